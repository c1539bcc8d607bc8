"""A running application without its window, for the tests of pages and dialogs."""

import gc
import io
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from facedesk import settings
from facedesk.encoder.template import Template, unit
from facedesk.gallery.enrolment import prepare_photo
from facedesk.gallery.photo import PreparedPhoto
from facedesk.gallery.store import open_gallery
from facedesk.live.knowledge import load_knowledge
from facedesk.live.session import EngineState, EngineStatus, LiveSession
from facedesk.matching.thresholds import DEFAULT_FPIR
from facedesk.paths import default_paths, prepare


def pytest_collection_modifyitems(items):
    """The offscreen platform complains about every window whose size is limited."""
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(scope="package", autouse=True)
def no_garbage_collected_elsewhere():
    """As in the running application, see facedesk/ui/garbage.py."""
    gc.disable()
    gc.collect()
    gc.freeze()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def garbage_collected_here():
    """After each test, so that none is left to the next."""
    yield
    gc.collect()


@pytest.fixture
def context(qapp):
    """What pages are given; the session is not started, so that there are no models."""
    from facedesk.ui.context import AppContext
    from facedesk.ui.messages import Messages
    from facedesk.ui.tasks import TaskRunner

    paths = default_paths()
    prepare(paths)
    gallery = open_gallery(paths.database)
    session = LiveSession(gallery)
    messages = Messages()
    tasks = TaskRunner(messages)
    yield AppContext(paths, settings.load(paths.settings), gallery, session, tasks, messages)
    tasks.stop()
    session.stop()
    gallery.close()


@pytest.fixture
def said(context):
    """The messages shown so far."""
    messages = []
    context.messages.posted.connect(messages.append)
    return messages


@pytest.fixture
def ready_session(models):
    """A session that has loaded its networks."""
    return SimpleNamespace(
        models=models,
        encoder_id=models.encoder.id,
        knowledge=load_knowledge(models.encoder.id),
        fpir=DEFAULT_FPIR,
        engine=EngineStatus(EngineState.READY),
    )


@pytest.fixture(scope="session")
def astronaut_photo(astronaut, models) -> PreparedPhoto:
    return prepare_photo(astronaut, models)


@pytest.fixture
def make_photo():
    """A function that returns photos of nobody: quick to make, and each of them different."""

    def make(number: int = 0) -> PreparedPhoto:
        noise = np.random.default_rng(number)
        buffer = io.BytesIO()
        colour = tuple(int(c) for c in noise.integers(0, 255, 3))
        Image.new("RGB", (240, 240), colour).save(buffer, "JPEG")
        landmarks = np.array([[95, 100], [145, 100], [120, 125], [100, 150], [140, 150]])
        template = Template(unit(noise.normal(size=128)), "test")
        return PreparedPhoto(buffer.getvalue(), landmarks.astype(np.float32), 0.9, template)

    return make


@pytest.fixture
def enrol(context, make_photo):
    """A function that enrols people of these names."""

    def enrol(*names: str):
        return [context.gallery.enrol(name, make_photo(i)) for i, name in enumerate(names)]

    return enrol
