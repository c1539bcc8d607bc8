import errno
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk import errors, private_file
from facedesk.settings import SETTINGS, Setting, load

BY_KEY = {setting.key: setting for setting in SETTINGS}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.json"


# The schema -------------------------------------------------------------------------------------


def test_keys_are_unique_and_defaults_allowed():
    assert len(BY_KEY) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.accepts(setting.default), setting.key


def test_what_is_shown_says_what_it_is():
    for setting in SETTINGS:
        if not setting.hidden:
            assert setting.label, setting.key
            assert setting.help.endswith("."), setting.key
        assert len(setting.choices) == len(setting.choice_labels), setting.key


@pytest.mark.parametrize(
    ("setting", "allowed", "refused"),
    [
        (Setting("a", "bool", False), [True, False], [0, 1, "true", None]),
        (
            Setting("a", "int", 3, minimum=1, maximum=5),
            [1, 5],
            [0, 6, 2.0, True, "2", None, math.nan],
        ),
        (
            Setting("a", "float", 0.5, minimum=0, maximum=1),
            [0, 0.25, 1],
            [-0.1, 1.1, True, "0.5", math.nan, math.inf, None],
        ),
        (
            Setting("a", "rate", 0.01, minimum=0.001, maximum=0.1),
            [0.001, 0.02, 0.1],
            [0, 0.0009, 0.11, 1, True, "0.01", math.nan, None],
        ),
        (Setting("a", "choice", "x", choices=("x", "y")), ["x", "y"], ["z", "", 0, None, [], {}]),
        (Setting("a", "text", ""), ["", "anything"], [0, None, b"bytes"]),
    ],
    ids=lambda value: value.kind if isinstance(value, Setting) else "",
)
def test_each_kind_takes_its_own_values_only(setting, allowed, refused):
    assert all(setting.accepts(value) for value in allowed)
    assert not any(setting.accepts(value) for value in refused)


# Values -----------------------------------------------------------------------------------------


def test_without_a_file_everything_has_its_default(path):
    chosen = load(path)
    assert {s.key: chosen.get(s.key) for s in SETTINGS} == {s.key: s.default for s in SETTINGS}
    assert not path.exists()


def test_what_was_chosen_is_there_after_a_restart(path):
    chosen = load(path)
    chosen.set("appearance.theme", "dark")
    chosen.set("live.mirror", False)
    chosen.set("live.source", "Kamera “Büro” 李")
    assert chosen.get("appearance.theme") == "dark"
    chosen.save()
    again = load(path)
    assert again.get("appearance.theme") == "dark"
    assert again.get("live.mirror") is False
    assert again.get("live.source") == "Kamera “Büro” 李"
    assert again.get("live.show_scores") is False


def test_even_a_path_that_is_no_text_can_be_remembered(path):
    chosen = load(path)
    chosen.set("live.source", "/videos/Zo\udceb.mp4")
    chosen.save()
    assert load(path).get("live.source") == "/videos/Zo\udceb.mp4"


def test_a_value_that_is_not_allowed_is_refused_and_changes_nothing(path):
    chosen = load(path)
    with pytest.raises(ValueError, match=r"appearance\.theme can't be 'purple'"):
        chosen.set("appearance.theme", "purple")
    assert chosen.get("appearance.theme") == "system"


def test_an_unknown_key_is_a_mistake_in_the_program(path):
    with pytest.raises(KeyError):
        load(path).get("no.such.setting")
    with pytest.raises(KeyError):
        load(path).set("no.such.setting", 1)


# What earlier versions kept ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("earlier", "fpir"), [("strict", 0.001), ("balanced", 0.01), ("lenient", 0.05)]
)
def test_how_strict_to_be_is_taken_over_from_its_former_name(path, earlier, fpir):
    path.write_text(json.dumps({"recognition.strictness": earlier}))
    assert load(path).get("recognition.fpir") == fpir


def test_what_was_chosen_since_then_goes_before_the_former_name(path):
    path.write_text(json.dumps({"recognition.strictness": "strict", "recognition.fpir": 0.03}))
    assert load(path).get("recognition.fpir") == 0.03


@pytest.mark.parametrize("damaged", ["gentle", 3, None, ["strict"], {"strict": 1}])
def test_a_former_value_that_means_nothing_is_left_alone(path, damaged):
    path.write_text(json.dumps({"recognition.strictness": damaged}))
    assert load(path).get("recognition.fpir") == 0.01


def test_the_former_name_stays_in_the_file_should_the_earlier_version_come_back(path):
    path.write_text(json.dumps({"recognition.strictness": "strict"}))
    load(path).save()
    assert json.loads(path.read_text())["recognition.strictness"] == "strict"


# Cameras ----------------------------------------------------------------------------------------


def test_each_camera_keeps_its_own_choice_over_a_restart(path):
    chosen = load(path)
    chosen.camera = "Desk camera"
    chosen.set("live.mirror", False)
    chosen.camera = "1"
    chosen.set("camera.resolution", "640x480")
    chosen.save()
    again = load(path)
    assert again.get("live.mirror", "Desk camera") is False
    assert again.get("live.mirror", "1") is True
    assert again.get("camera.resolution", "1") == "640x480"
    assert again.get("camera.resolution", "Desk camera") == "1280x720"


def test_the_camera_in_use_is_asked_about_unless_another_is_named(path):
    chosen = load(path)
    chosen.camera = "1"
    chosen.set("live.mirror", False)
    assert chosen.get("live.mirror") is False
    assert chosen.get("live.mirror", "2") is True
    chosen.camera = "2"
    assert chosen.get("live.mirror") is True


def test_what_was_chosen_without_a_camera_is_for_all_that_have_nothing_of_their_own(path):
    chosen = load(path)
    chosen.camera = "1"
    chosen.set("camera.rate", "60")
    chosen.camera = ""
    chosen.set("camera.rate", "15")
    assert chosen.get("camera.rate", "1") == "60"
    assert chosen.get("camera.rate", "2") == "15"


def test_what_is_no_camera_s_business_is_the_same_with_all_of_them(path):
    chosen = load(path)
    chosen.camera = "1"
    chosen.set("appearance.theme", "dark")
    chosen.camera = "2"
    assert chosen.get("appearance.theme") == "dark"


@pytest.mark.parametrize("damaged", [3, None, [], "1", {"1": 3}, {"1": None}, {"1": [1]}])
def test_damaged_cameras_have_the_defaults_and_can_be_replaced(path, damaged):
    path.write_text(json.dumps({"cameras": damaged, "live.source": "1"}))
    chosen = load(path)
    assert chosen.get("live.mirror", "1") is True
    assert chosen.get("live.source") == "1"
    chosen.camera = "1"
    chosen.set("live.mirror", False)
    chosen.save()
    assert load(path).get("live.mirror", "1") is False


def test_only_what_is_wrong_about_a_camera_falls_back(path):
    path.write_text(
        json.dumps(
            {"cameras": {"1": {"live.mirror": "no", "camera.rate": "60"}, "2": [], "3": {"x": 1}}}
        )
    )
    chosen = load(path)
    assert chosen.get("live.mirror", "1") is True
    assert chosen.get("camera.rate", "1") == "60"
    assert chosen.get("camera.rate", "2") == "30"


# Damaged files ----------------------------------------------------------------------------------


def test_only_what_is_wrong_falls_back_to_its_default(path, caplog):
    path.write_text(json.dumps({"appearance.theme": 3, "live.mirror": "no", "live.source": "0"}))
    with caplog.at_level("INFO"):
        chosen = load(path)
    assert chosen.get("appearance.theme") == "system"
    assert chosen.get("live.mirror") is True
    assert chosen.get("live.source") == "0"
    assert "appearance.theme" in caplog.text


@pytest.mark.parametrize(
    "contents",
    [b"", b"{", b"[]", b"null", b"7", b"\xff\xfe\x00", b'"text"', b"[" * 100_000],
    ids=["empty", "cut", "list", "null", "number", "bytes", "text", "deep"],
)
def test_a_damaged_file_gives_the_defaults_and_can_be_replaced(path, contents):
    path.write_bytes(contents)
    chosen = load(path)
    assert chosen.get("appearance.theme") == "system"
    chosen.set("appearance.theme", "light")
    chosen.save()
    assert load(path).get("appearance.theme") == "light"


def test_a_folder_in_the_place_of_the_file_gives_the_defaults(path):
    path.mkdir()
    assert load(path).get("appearance.theme") == "system"


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_file_whatever_stops_the_start(tmp_path_factory, contents):
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_bytes(contents)
    chosen = load(path)
    assert all(setting.accepts(chosen.get(setting.key)) for setting in SETTINGS)


def test_what_a_later_facedesk_wrote_is_kept(path):
    path.write_text(json.dumps({"later.setting": [1, 2], "live.mirror": False}))
    chosen = load(path)
    chosen.set("live.mirror", True)
    chosen.save()
    assert json.loads(path.read_text()) == {"later.setting": [1, 2], "live.mirror": True}


# Saving -----------------------------------------------------------------------------------------


def test_when_saving_fails_the_choice_counts_until_the_end_and_the_file_stays(path, monkeypatch):
    chosen = load(path)
    chosen.save()
    before = path.read_bytes()
    chosen.set("appearance.theme", "dark")

    def fail(*arguments):
        raise OSError(errno.EIO, "simulated")

    with monkeypatch.context() as patch:
        patch.setattr(private_file.os, "fsync", fail)
        with pytest.raises(errors.SettingsNotSaved):
            chosen.save()
    assert path.read_bytes() == before
    assert chosen.get("appearance.theme") == "dark"


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(errors.FolderNotWritable):
        load(tmp_path / "gone" / "settings.json").save()
