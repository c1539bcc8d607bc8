import pytest

from facedesk import errors, resources


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout with one resource; the package lies beside it."""
    (tmp_path / "resources" / "icons").mkdir(parents=True)
    (tmp_path / "resources" / "icons" / "star.svg").write_text("checkout")
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "facedesk")
    return tmp_path


def test_a_resource_is_found_in_a_checkout(checkout):
    assert resources.path("icons/star.svg") == checkout / "resources" / "icons" / "star.svg"
    assert resources.read("icons/star.svg") == b"checkout"


def test_a_resource_is_found_in_an_install(checkout):
    installed = checkout / "facedesk" / "resources" / "icons"
    installed.mkdir(parents=True)
    (installed / "star.svg").write_text("installed")
    assert resources.read("icons/star.svg") == b"installed"


def test_a_folder_of_resources_is_found(checkout):
    assert resources.path("icons").is_dir()


@pytest.mark.parametrize("name", ["icons/moon.svg", "icons"])
def test_what_can_not_be_read_is_missing_and_named(checkout, name):
    with pytest.raises(errors.ResourceMissing, match=name):
        resources.read(name)


def test_a_missing_resource_is_named():
    with pytest.raises(errors.ResourceMissing, match=r"no-such\.file"):
        resources.path("no-such.file")
