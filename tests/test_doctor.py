import os
import re
import subprocess
import sys
from importlib import metadata

import pytest
from added_encoder import add_small_encoder

from facedesk import doctor, errors, settings
from facedesk.database_address import read_address
from facedesk.gallery.protection.protecting import protect_by_passphrase
from facedesk.gallery.sharing.shared_gallery import open_shared_gallery
from facedesk.gallery.store import open_gallery
from facedesk.paths import Paths, prepare

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux")


@pytest.fixture
def paths(tmp_path):
    paths = Paths(tmp_path / "data")
    prepare(paths)
    return paths


@pytest.fixture
def checks(paths):
    """Gives one check by name, made anew."""

    def look(name):
        return {check.check: check for check in doctor.run_checks(paths)}[name]

    return look


def refuse(error):
    def raising(*_):
        raise error

    return raising


# All of them -------------------------------------------------------------------------------------


def test_an_install_in_order_passes_every_check(paths):
    assert [check for check in doctor.run_checks(paths) if not check.ok] == []


def test_what_is_in_order_needs_no_remedy_and_has_a_detail(paths):
    for check in doctor.run_checks(paths):
        assert check.detail
        assert not check.remedy


def test_every_dependency_is_checked():
    wanted = {
        re.match(r"[\w-]+", requirement).group().lower().replace("_", "-")
        for requirement in metadata.requires("facedesk")
        if "extra ==" not in requirement
    }
    weights = {"face-recognition-models", "mtcnn"}  # checked by their files
    assert wanted - weights == {name.lower().replace("_", "-") for name in doctor._PACKAGES}


def test_nothing_is_created(tmp_path):
    list(doctor.run_checks(Paths(tmp_path / "not" / "there")))
    assert list(tmp_path.iterdir()) == []


def test_a_broken_check_does_not_stop_the_others(paths, monkeypatch):
    monkeypatch.setattr(doctor, "_libraries", refuse(RuntimeError("no such luck")))
    monkeypatch.setattr(doctor, "_cohort", refuse(RuntimeError("no such luck")))
    failed = [check for check in doctor.run_checks(paths) if not check.ok]
    assert failed[-1].detail == "RuntimeError: no such luck"
    assert failed[-1].remedy


def test_qt_is_not_imported(tmp_path):
    code = """
import sys
from pathlib import Path
from facedesk.doctor import run_checks
from facedesk.paths import Paths
list(run_checks(Paths(Path(sys.argv[1]))))
print([name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6", "qtpy")])
"""
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert ran.stdout.strip() == "[]"


# One by one --------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [(3, 9, 18), (3, 14, 0)])
def test_a_python_outside_the_supported_ones_is_refused(checks, monkeypatch, version):
    monkeypatch.setattr(doctor.sys, "version_info", version)
    assert not checks("Python").ok
    assert "3.13" in checks("Python").remedy


@pytest.mark.parametrize("module", ["no_such_module", "PySide6_that_is_not_there"])
def test_a_package_that_can_not_be_imported_is_installed_again(checks, monkeypatch, module):
    monkeypatch.setattr(doctor, "_PACKAGES", {"torch": module})
    check = checks("torch")
    assert not check.ok
    assert module in check.detail
    assert check.remedy.endswith("-m pip install --force-reinstall torch")


def test_qt_is_found_missing_without_importing_it(checks, monkeypatch):
    monkeypatch.setattr(doctor, "find_spec", lambda name: None)
    assert not checks("PySide6-Essentials").ok
    assert checks("torch").ok


def test_a_package_installed_by_other_means_is_good_enough(checks, monkeypatch):
    monkeypatch.setattr(doctor, "_PACKAGES", {"no-such-distribution": "json"})
    assert checks("no-such-distribution").ok


def test_two_opencv_wheels_get_in_each_others_way(checks, monkeypatch):
    both = ("opencv-python", "opencv-contrib-python")
    monkeypatch.setattr(doctor, "_version", lambda name: "5.0" if name in both else None)
    check = checks("one OpenCV")
    assert not check.ok
    assert "pip uninstall -y opencv-python opencv-contrib-python" in check.remedy
    assert check.remedy.endswith("pip install opencv-python")


@linux
def test_missing_system_libraries_come_with_the_command_that_installs_them(checks, monkeypatch):
    missing = ("libEGL.so.1", "libxcb-cursor.so.0")
    monkeypatch.setattr(doctor.system_libraries, "missing_libraries", lambda: missing)
    check = checks("system libraries")
    assert not check.ok
    assert check.detail == "not found: libEGL.so.1, libxcb-cursor.so.0"
    assert check.remedy.endswith("sudo apt install libegl1 libxcb-cursor0")


@linux
def test_without_a_screen_the_commands_are_what_is_left(checks, monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    check = checks("screen")
    assert not check.ok
    assert "commands" in check.remedy


@linux
def test_the_screen_is_named(checks, monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert "WAYLAND_DISPLAY=wayland-7" in checks("screen").detail


@pytest.mark.parametrize("error", [errors.WeightsMissing, errors.WeightsDamaged])
def test_face_models_that_can_not_be_read_say_how_to_get_them(checks, monkeypatch, error):
    from facedesk import weights

    monkeypatch.setattr(weights, "read", refuse(error(package="mtcnn")))
    check = checks("face models")
    assert not check.ok
    assert check.detail == error.code
    assert "pip install" in check.remedy


@pytest.mark.parametrize("name", ["cohort", "thresholds"])
def test_resources_that_are_gone_are_named(checks, monkeypatch, name):
    from facedesk import resources

    monkeypatch.setattr(resources, "read", refuse(errors.ResourceMissing(name="some file")))
    check = checks(name)
    assert not check.ok
    assert "some file" in check.remedy


def test_a_data_folder_that_is_not_there_yet_is_in_order(tmp_path):
    checks = {c.check: c for c in doctor.run_checks(Paths(tmp_path / "a" / "b"))}
    assert checks["data folder"].ok
    assert "first start" in checks["data folder"].detail


def test_a_data_folder_that_can_not_be_made_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor.os, "access", lambda *_: False)
    checks = {c.check: c for c in doctor.run_checks(Paths(tmp_path / "a" / "b"))}
    assert not checks["data folder"].ok
    assert "--data-dir" in checks["data folder"].remedy


def test_a_file_in_place_of_the_data_folder_can_not_be_written_to(tmp_path):
    (tmp_path / "data").touch()
    checks = {c.check: c for c in doctor.run_checks(Paths(tmp_path / "data"))}
    assert not checks["data folder"].ok


@pytest.mark.skipif(os.name != "posix", reason="permissions are others elsewhere")
@pytest.mark.parametrize("mode", [0o755, 0o750, 0o701])
def test_a_data_folder_open_to_others_is_closed(checks, paths, mode):
    paths.home.chmod(mode)
    check = checks("data folder")
    assert not check.ok
    assert check.remedy == f"chmod 700 {paths.home}"


def test_cameras_are_named_and_none_is_in_order(checks, monkeypatch):
    from facedesk.capture import cameras

    found = (cameras.Camera("Desk", 0, 200), cameras.Camera("Door", 2, 200))
    monkeypatch.setattr(cameras, "list_cameras", lambda: found)
    assert checks("cameras").detail == "Desk, Door"
    monkeypatch.setattr(cameras, "list_cameras", lambda: ())
    assert checks("cameras").ok
    assert checks("cameras").detail.startswith("none")


# Protection --------------------------------------------------------------------------------------


def test_before_there_is_a_gallery_it_says_what_will_protect_it(checks, request):
    assert checks("protection").detail.startswith("no gallery yet, and no keyring")
    request.getfixturevalue("keyring_file")
    assert checks("protection").detail == "no gallery yet; the system's keyring will protect it"


def test_a_gallery_without_protection_is_told_with_what_to_do(checks, paths):
    open_gallery(paths.database).close()
    check = checks("protection")
    assert not check.ok
    assert "not protected" in check.detail
    assert "set a passphrase" in check.remedy


def test_what_opens_a_gallery_is_told_without_opening_it(checks, paths, keyring_file):
    gallery = open_gallery(paths.database)
    protect_by_passphrase(gallery.database, "correct horse")
    gallery.close()
    before = paths.database.read_bytes()
    check = checks("protection")
    assert check.ok
    assert check.detail == "the gallery opens with the system's keyring or a passphrase"
    assert paths.database.read_bytes() == before
    assert list(paths.home.glob("gallery*")) == [paths.database]


# Database ----------------------------------------------------------------------------------------


def test_a_gallery_of_this_computer_is_in_order(checks):
    assert checks("database").detail == "on this computer alone"


def test_a_shared_gallery_is_asked(checks, paths, shared_address, monkeypatch):
    monkeypatch.setenv("FACEDESK_DATABASE", shared_address)
    place = str(read_address(shared_address))
    assert checks("database").detail == f"shared: {place}, empty until the first start"
    open_shared_gallery(read_address(shared_address), paths.home).close()
    assert checks("database").detail == f"shared: {place}, 0 people, not protected"


@pytest.mark.parametrize(
    ("address", "code"),
    [("postgresql://db.invalid/faces", "shared_gallery_away"), ("db", "database_address_wrong")],
)
def test_a_shared_gallery_that_is_not_there_is_told(checks, monkeypatch, address, code):
    pytest.importorskip("psycopg")
    monkeypatch.setenv("FACEDESK_DATABASE", address)
    check = checks("database")
    assert (check.ok, check.detail) == (False, code)
    assert check.remedy


# Models -----------------------------------------------------------------------------------------


def test_the_models_in_use_are_named(checks, paths):
    assert (
        checks("chosen models").detail == "MTCNN finds faces, ResNet-29 recognises them; none added"
    )
    add_small_encoder(paths.models)
    assert checks("chosen models").detail.endswith("1 added, undamaged")


def test_a_model_that_is_damaged_gone_or_not_measured_is_found(checks, paths):
    model = add_small_encoder(paths.models, measured=False)
    chosen = settings.load(paths.settings)
    chosen.set("recognition.encoder", model.id)
    chosen.save()
    assert checks("chosen models").detail == "model_not_measured"
    model.file.write_bytes(b"junk")
    assert checks("chosen models").detail == "model_damaged"
    model.file.unlink()
    assert checks("chosen models").detail == "model_gone"
    assert "add it again" in checks("chosen models").remedy
