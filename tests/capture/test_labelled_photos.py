import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk import errors
from facedesk.capture.labelled_photos import Part, labelled_photos, parse_part, photos_below


def test_photos_belong_to_the_folder_they_are_in(tmp_path):
    for name in ("Ada/1.jpg", "Ada/2.png", "Bob/1.jpg", "Bob/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [(photo.person, photo.path.name) for photo in labelled_photos(tmp_path)]
    assert found == [("Ada", "1.jpg"), ("Ada", "2.png"), ("Bob", "1.jpg")]


@pytest.mark.parametrize("folder", ["empty", "missing"])
def test_a_folder_without_people_is_said_so(tmp_path, folder):
    (tmp_path / "empty").mkdir()
    with pytest.raises(errors.FolderEmpty):
        labelled_photos(tmp_path / folder)


@pytest.mark.parametrize("reader", [labelled_photos, photos_below])
def test_a_folder_that_can_t_be_read_is_told(tmp_path, monkeypatch, reader):
    def refuse(_folder):
        raise PermissionError(13, "simulated")

    monkeypatch.setattr(type(tmp_path), "iterdir", refuse)
    with pytest.raises(errors.SourceError) as caught:
        reader(tmp_path)
    assert caught.value.details == {"source": tmp_path.name}


@given(st.text(min_size=1), st.integers(1, 5))
def test_everyone_is_in_exactly_one_part(person, count):
    assert sum(Part(i + 1, count).holds(person) for i in range(count)) == 1


def test_parts_are_written_as_fractions():
    assert parse_part("2/3") == Part(2, 3)


@pytest.mark.parametrize("text", ["", "3/2", "0/2", "half", "1/0"])
def test_other_parts_are_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - argparse asks for no other
        parse_part(text)
