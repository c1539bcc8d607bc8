import json

import pytest


def test_a_part_is_measured_and_each_figure_is_a_line(facedesk):
    done = facedesk("bench", "track", "--repeats", "1", "--json")
    assert done.status == 0
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line["name"] for line in lines] == [
        "track_640x480",
        "track_640x480_4_faces",
        "track_1280x720",
    ]
    assert set(lines[0]) == {"name", "median", "low", "high", "unit", "peer", "ratio", "remark"}


def test_the_ratio_comes_first_for_people(facedesk):
    pytest.importorskip("dlib")
    done = facedesk("bench", "encode", "--repeats", "1")
    first = done.out.splitlines()[0]
    assert first.startswith("encode_1: ")
    assert " times as fast as dlib-bin, " in first
    assert first.index("times as fast") < first.index(" ms")


@pytest.mark.parametrize(
    "words",
    [
        ("nothing",),
        ("--clip", "gone.mp4"),
        ("--clips", "nowhere"),
        ("--soak", "0"),
        ("--soak", "5", "encode"),
    ],
)
def test_what_can_not_be_measured_is_wrong_use(facedesk, words):
    done = facedesk("bench", *words)
    assert done.status == 2
    assert words[-1] in done.err


def test_a_photo_that_is_not_there_is_said(facedesk, tmp_path):
    done = facedesk("bench", "encode", "--photo", tmp_path / "none.jpg")
    assert done.status == 1
    assert "This photo can't be opened." in done.err


def test_without_a_choice_all_is_measured_but_what_takes_long(facedesk, monkeypatch):
    from facedesk.bench import own_process

    asked = []
    monkeypatch.setattr(own_process, "figures", lambda part, conditions: asked.append(part) or [])
    facedesk("bench")
    quick = ["encode", "detect", "find", "track", "liveness", "match", "live", "start"]
    assert asked == quick
    asked.clear()
    facedesk("bench", "use", "encode")
    assert asked == ["encode", "use"]


def test_a_soak_tells_what_grew(facedesk, monkeypatch):
    from facedesk.bench import soak

    monkeypatch.setattr(soak, "soak", quick_soak)
    done = facedesk("bench", "--soak", "100", "--json")
    names = [json.loads(line)["name"] for line in done.out.splitlines()]
    assert names[:3] == ["soak_answers", "soak_memory_growth", "soak_memory"]
    assert done.err == "facedesk: 1:05: 6,500 answers, 9 threads, 500 MB, 20 handles\n"


def quick_soak(conditions, seconds, stopped, on_sample):
    from facedesk.bench.soak import Sample

    samples = [Sample(at_s, round(100 * at_s), 500.0, 9, 20) for at_s in (0.0, 5.0, 65.0, 100.0)]
    for sample in samples:
        on_sample(sample)
    return samples
