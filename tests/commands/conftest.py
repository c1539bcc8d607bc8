"""Commands are run as their user runs them: words in; lines and an exit status out."""

import json
from dataclasses import dataclass

import numpy as np
import pytest
from PIL import Image

from facedesk.cli import main


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def facedesk(capsys):
    def run(*words: object) -> Outcome:
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:  # argparse
            status = end.code
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return run


@pytest.fixture
def photos(tmp_path, astronaut, admiral):
    """A folder with eileen.jpg, grace.jpg, both.png and nobody.png."""
    folder = tmp_path / "photos"
    folder.mkdir()
    Image.fromarray(astronaut).save(folder / "eileen.jpg", quality=95)
    Image.fromarray(admiral).save(folder / "grace.jpg", quality=95)
    both = np.concatenate([astronaut, admiral[:512]], axis=1)
    Image.fromarray(both).save(folder / "both.png")
    Image.new("RGB", (320, 240), (90, 120, 90)).save(folder / "nobody.png")
    return folder
