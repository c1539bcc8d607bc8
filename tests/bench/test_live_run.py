import re
import threading

import pytest

from facedesk import errors
from facedesk.bench import live_run, soak, stage
from facedesk.bench.clip import write_clip
from facedesk.bench.conditions import Conditions
from facedesk.bench.pictures import backdrop
from facedesk.bench.soak import Sample


@pytest.fixture(autouse=True)
def briefly(monkeypatch):
    monkeypatch.setattr(stage, "PEOPLE", 20)
    monkeypatch.setattr(live_run, "_SETTLE_S", 0.5)
    monkeypatch.setattr(live_run, "_WINDOWS", 2)
    monkeypatch.setattr(live_run, "_WINDOW_S", 1.0)


@pytest.fixture(autouse=True)
def same_number_of_threads():
    """The live loop limits torch's threads, as it should; other tests have theirs back."""
    import torch

    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


def test_the_live_loop_is_measured_from_camera_to_answer():
    measured = {figure.name: figure for figure in live_run.figures(Conditions())}
    assert list(measured) == [
        "live_pictures", "live_answers", "live_delay", "live_age",
        "live_align", "live_detect", "live_encode", "live_liveness", "live_match", "live_track",
        "live_cores", "live_memory_peak",
    ]  # fmt: skip
    assert 0 < measured["live_pictures"].median <= 33
    assert 0 < measured["live_answers"].median <= 33
    assert measured["live_delay"].median > 0
    assert measured["live_cores"].median > 0
    assert measured["live_memory_peak"].median > 100
    named = re.search(r"(\d+)% of the faces were named", measured["live_answers"].remark)
    assert int(named[1]) > 0  # all of them, unless the computer is busy with something else


def test_a_clip_without_a_face_is_refused(tmp_path):
    write_clip(iter([backdrop(320, 240)] * 3), tmp_path / "empty.avi")
    with pytest.raises(errors.NoFace):
        list(live_run.figures(Conditions(clip=tmp_path / "empty.avi")))


def test_a_soak_takes_samples_until_its_time_is_over(monkeypatch):
    monkeypatch.setattr(soak, "_EVERY_S", 0.4)
    seen = []
    samples = soak.soak(Conditions(), 1.0, threading.Event(), seen.append)
    assert samples == seen
    assert [round(sample.at_s, 1) for sample in samples] == [0.0, 0.4, 0.8, 1.0]
    assert samples[-1].answered > samples[0].answered
    assert samples[-1].memory_mb > 100
    assert samples[-1].threads >= 3
    assert samples[-1].handles > 3


def test_a_soak_that_is_stopped_says_what_there_was():
    stopped = threading.Event()
    stopped.set()
    assert len(soak.soak(Conditions(), 1000.0, stopped, lambda sample: None)) == 1


def test_growth_is_counted_from_the_end_of_the_first_minute():
    samples = [
        Sample(0.0, 0, 400.0, 9, 20),
        Sample(55.0, 5500, 480.0, 10, 22),
        Sample(60.0, 6000, 500.0, 11, 24),
        Sample(120.0, 12000, 507.0, 12, 25),
    ]
    measured = {f.name: (f.median, f.remark) for f in soak.figures(samples)}
    assert measured == {
        "soak_answers": (100, "at speed"),
        "soak_memory_growth": (7, "1:00 to 2:00"),
        "soak_memory": (507, "at the end"),
        "soak_threads_before": (11, "at 1:00"),
        "soak_threads": (12, "at the end"),
        "soak_handles_before": (24, "at 1:00"),
        "soak_handles": (25, "at the end"),
    }


def test_a_soak_of_less_than_a_minute_counts_from_its_beginning():
    measured = {f.name: f for f in soak.figures([Sample(0.0, 0, None, 9, None)])}
    assert list(measured) == ["soak_answers", "soak_threads_before", "soak_threads"]
