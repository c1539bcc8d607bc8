from facedesk.ui.named_file import named_file


def test_a_name_with_an_ending_is_taken_as_it_is(tmp_path):
    there = tmp_path / "ada.jpg"
    there.touch()  # the dialog has asked whether to write over it
    assert named_file(str(there), ".png") == there


def test_a_name_without_one_is_given_one(tmp_path):
    assert named_file(str(tmp_path / "ada"), ".png") == tmp_path / "ada.png"


def test_a_file_that_nobody_was_asked_about_is_not_written_over(tmp_path):
    for name in ("ada.png", "ada 2.png"):
        (tmp_path / name).touch()
    assert named_file(str(tmp_path / "ada"), ".png") == tmp_path / "ada 3.png"
