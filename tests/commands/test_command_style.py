import json

import numpy as np
import pytest

from facedesk import cli
from facedesk.opencv import cv2
from facedesk.style import learning


@pytest.fixture
def picture(tmp_path, astronaut):
    path = tmp_path / "astronaut.png"
    cv2.imwrite(str(path), astronaut[:256, 96:352, ::-1])
    return path


def lines_of(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_picture_is_drawn_in_the_style_of_a_pattern(tmp_path, picture, capsys):
    out = tmp_path / "drawn.png"
    words = ["style", str(picture), "ink", "--out", str(out), "--size", "64", "--steps", "3"]
    assert cli.main([*words, "--json"]) == 0
    lines = lines_of(capsys)
    assert [line["step"] for line in lines] == [1, 2, 3, 3]
    assert {"size", "content", "style", "smoothness"} <= lines[0].keys()
    assert lines[-1]["file"] == str(out)
    assert cv2.imread(str(out)).shape == (64, 64, 3)


def test_every_setting_can_be_given(tmp_path, picture, capsys):
    out = tmp_path / "drawn.jpg"
    words = (
        f"style {picture} {picture} --out {out} --size 64 --steps 12 --content-layer 2_1 "
        "--style-layers 1_1:0.5,3_1 --content-weight 2 --style-weight 0 --smoothness 0 "
        "--start noise --optimiser adam --colour content --seed 3"
    )
    assert cli.main(words.split()) == 0
    said = capsys.readouterr()
    assert "step 10 of 12" in said.err
    assert str(out) in said.out


def test_what_cannot_be_drawn_is_said_and_leaves_no_file(tmp_path, picture, capsys):
    out = tmp_path / "drawn.png"
    start = ["style", str(picture), "ink", "--out", str(out), "--size", "64"]
    assert cli.main([*start, "--content-layer", "7_1"]) == 1
    assert "no layer 7_1" in capsys.readouterr().err
    assert cli.main([*start, "--network", str(picture)]) == 1
    assert "does not hold the weights" in capsys.readouterr().err
    assert cli.main(["style", str(picture), str(tmp_path / "none.png"), "--out", str(out)]) == 1
    assert not out.exists()


def test_a_size_that_memory_has_no_room_for_is_refused_before_the_pattern_is_painted(
    tmp_path, picture, capsys
):
    words = ["style", str(picture), "ink", "--out", str(tmp_path / "a.png"), "--size", "200000"]
    assert cli.main(words) == 1
    assert "memory" in capsys.readouterr().err


def test_a_file_that_is_not_named_as_a_picture_is_wrong_use(tmp_path, picture, capsys):
    with pytest.raises(SystemExit):
        cli.main(["style", str(picture), "ink", "--out", str(tmp_path / "drawn.gif")])
    assert "does not end in .png or .jpg" in capsys.readouterr().err


def test_nobody_of_that_name_is_enrolled(tmp_path, picture, capsys):
    words = ["--data-dir", str(tmp_path / "data"), "style", str(picture), "ink"]
    assert cli.main([*words, "--out", str(tmp_path / "a.png"), "--unlike", "Zoe"]) == 1
    assert "Zoe" in capsys.readouterr().err


def test_a_perceptual_network_is_learned_from_a_folder(tmp_path, picture, capsys, monkeypatch):
    monkeypatch.setattr(learning, "_PATCHES", 2500)
    out = tmp_path / "own.safetensors"
    folder = str(picture.parent)
    words = ["train-perceptual", "--images", folder, "--out", str(out), "--pictures", "24"]
    assert cli.main([*words, "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out) == {"pictures": 24, "file": str(out)}
    assert "layer 5_1" in said.err
    drawn = tmp_path / "drawn.png"
    words = ["style", str(picture), "ink", "--out", str(drawn), "--size", "64", "--steps", "2"]
    assert cli.main([*words, "--network", str(out)]) == 0
    assert np.ptp(cv2.imread(str(drawn))) > 50
