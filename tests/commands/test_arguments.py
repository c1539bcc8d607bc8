import pytest

MEASURES = ("evaluate", "openset", "--images", "people")


@pytest.mark.parametrize(
    "words",
    [
        ("bench", "--repeats", "0"),
        ("bench", "--repeats", "many"),
        (*MEASURES, "--gallery-size", "0"),
        (*MEASURES, "--repeats", "-1"),
        (*MEASURES, "--fpir", "2"),
        (*MEASURES, "--fpir", "nan"),
        (*MEASURES, "--part", "3/2"),
    ],
)
def test_numbers_that_can_not_be_meant_are_wrong_use(facedesk, words):
    done = facedesk(*words)
    assert done.status == 2
    assert words[-1] in done.err


@pytest.mark.parametrize("command", ["calibrate", "make-cohort"])
def test_a_table_that_can_not_be_written_is_said_before_the_work_begins(
    facedesk, photos, tmp_path, command
):
    out = tmp_path / "nowhere" / "table"
    done = facedesk(command, "--images", photos, "--name", "x", "--out", out)
    assert done.status == 1
    assert done.err == f"facedesk: The file {out} can't be written. Choose another place for it.\n"


def test_a_folder_with_too_few_faces_is_said_with_the_numbers(facedesk, photos, tmp_path):
    out = tmp_path / "cohort.npz"
    for name in ("eileen.jpg", "grace.jpg", "both.png"):
        (photos / name).unlink()
    done = facedesk("make-cohort", "--images", photos, "--name", "x", "--out", out)
    assert done.status == 1
    assert "There are 0 people with a usable photo" in done.err
    assert not out.exists()
