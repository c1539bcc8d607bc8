import pytest
from PIL import Image


@pytest.fixture
def enrolled(facedesk, photos):
    for name in ("eileen", "grace"):
        assert facedesk("enroll", name, photos / f"{name}.jpg").status == 0


def test_layers_are_listed_from_shallow_to_deep(facedesk):
    lines = facedesk("insight", "layers", "--json").lines
    assert lines[0] == {"layer": "stem", "units": 32, "places": [72, 72], "field": 7}
    assert [line["layer"] for line in lines][-2:] == ["block-14", "last"]
    assert "32 units" in facedesk("insight", "layers").out


def test_patches_of_a_folder_are_drawn(facedesk, photos, tmp_path):
    sheet = tmp_path / "sheet.png"
    done = facedesk(
        "insight", "patches", "--layer", "block-2", "--units", 4, "--images", photos,
        "--out", sheet, "--json",
    )  # fmt: skip
    assert done.status == 0
    assert len(done.lines) == 4
    first = done.lines[0]
    assert first["layer"] == "block-2"
    assert {patch["face"] for patch in first["patches"]} <= {
        str(photos / name) for name in ("eileen.jpg", "grace.jpg", "both.png")
    }
    assert "nobody.png: No face was found." in done.err
    with Image.open(sheet) as picture:
        assert picture.width > 4 * 3 * 64


def test_patches_of_the_gallery_name_people(facedesk, enrolled, tmp_path):
    done = facedesk("insight", "patches", "--layer", "stem", "--out", tmp_path / "sheet.png")
    assert done.status == 0
    assert "eileen" in done.out


def test_a_layer_that_is_not_there_is_refused(facedesk, photos, tmp_path):
    done = facedesk(
        "insight", "patches", "--layer", "top", "--images", photos, "--out", tmp_path / "s.png"
    )
    assert (done.status, done.out) == (1, "")
    assert "no layer “top”. Its layers are: stem, block-1" in done.err


def test_why_two_faces_match_is_drawn(facedesk, photos, enrolled, tmp_path):
    sheet = tmp_path / "why.jpg"
    done = facedesk("insight", "why", "grace", photos / "eileen.jpg", "--out", sheet, "--json")
    (line,) = done.lines
    assert (done.status, line["file"]) == (0, str(sheet))
    assert line["similarity"] < 2
    assert len(line["regions"]) == 2
    with Image.open(sheet) as picture:
        assert picture.format == "JPEG"


def test_a_photo_without_a_face_is_refused(facedesk, photos, enrolled, tmp_path):
    done = facedesk("insight", "why", "grace", photos / "nobody.png", "--out", tmp_path / "w.png")
    assert done.status == 1
    assert "No face was found." in done.err
    assert not (tmp_path / "w.png").exists()


def test_a_file_that_can_t_be_written_is_told_before_the_work(facedesk, photos, tmp_path):
    done = facedesk("insight", "why", "a", "b", "--out", tmp_path / "nowhere/w.png")
    assert done.status == 1
    assert "nowhere" in done.err


def test_the_map_tells_who_is_near_whom(facedesk, enrolled, tmp_path):
    done = facedesk("insight", "map", "--out", tmp_path / "map.png", "--json")
    eileen, grace = done.lines
    assert (eileen["person"], eileen["nearest"][0]["person"]) == ("eileen", "grace")
    assert eileen["nearest"] != grace["nearest"]
    assert (eileen["x"], eileen["y"]) != (grace["x"], grace["y"])
    assert eileen["too_close"] == []
    with Image.open(tmp_path / "map.png") as picture:
        assert picture.size == (1400, 1400)


def test_an_empty_gallery_has_no_map(facedesk):
    done = facedesk("insight", "map")
    assert done.status == 1
    assert "Nobody is enrolled yet." in done.err
