import multiprocessing
import os

import pytest

from facedesk import errors
from facedesk.bench import own_process, parts
from facedesk.bench.conditions import Conditions
from facedesk.bench.figure import single

HERE = __name__


def figures(conditions):
    """A part of the bench, for these tests."""
    yield single("process", os.getpid(), "")
    yield single("repeats", conditions.repeats, "")
    if conditions.photo is not None:
        raise errors.FileNotWritten(path=conditions.photo)
    if conditions.repeats == 13:
        os._exit(1)


@pytest.fixture(autouse=True)
def a_part_of_our_own(monkeypatch):
    """The other process begins anew: it knows the part by its own import of this module."""
    monkeypatch.setattr(own_process, "_measure", _measure)


def _measure(sender, part, conditions):
    parts.PARTS["test"] = HERE
    own_process._measure(sender, part, conditions)


def test_a_part_measures_in_a_process_of_its_own():
    process, repeats = own_process.figures("test", Conditions(repeats=5))
    assert process.median != os.getpid()
    assert repeats.median == 5


def test_its_errors_arrive_with_their_details(tmp_path):
    measuring = own_process.figures("test", Conditions(photo=tmp_path))
    assert next(measuring).name == "process"
    assert next(measuring).name == "repeats"
    with pytest.raises(errors.FileNotWritten) as caught:
        next(measuring)
    assert caught.value.details == {"path": tmp_path}


def test_a_process_that_dies_is_an_error():
    with pytest.raises(errors.FacedeskError):
        list(own_process.figures("test", Conditions(repeats=13)))


def test_it_ends_when_nobody_wants_more():
    measuring = own_process.figures("test", Conditions())
    assert next(measuring).name == "process"
    assert len(multiprocessing.active_children()) == 1
    measuring.close()
    assert multiprocessing.active_children() == []
