import numpy as np
import pytest

from facedesk.encoder.models import detect_main_face
from facedesk.liveness.made.scene import SourceFace

TIMES = np.linspace(0, 3, 7)


@pytest.fixture(scope="session")
def source(astronaut, models):
    found = detect_main_face(astronaut, models)
    return SourceFace(astronaut, found.landmarks)
