import hashlib
import io
from pathlib import Path

import joblib
import pytest

from facedesk import errors, weights
from facedesk.encoder import dlib_weights
from facedesk.vision import mtcnn_weights
from facedesk.vision.mtcnn_networks import OutputNetwork, ProposalNetwork, RefinementNetwork

PACKAGE = "facedesk_test_weights"
CONTENTS = b"numbers"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Puts a package in front of those installed; gives the path of a file to be written in it."""

    def make(name, file):
        path = tmp_path / "packages" / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "packages" / name / "__init__.py").touch()
        return path

    monkeypatch.syspath_prepend(tmp_path / "packages")
    return make


@pytest.fixture
def path(package):
    path = package(PACKAGE, "models/net.dat")
    path.write_bytes(CONTENTS)
    return path


def described():
    return weights.WeightFile(PACKAGE, "models/net.dat", hashlib.sha256(CONTENTS).hexdigest())


def test_a_file_is_found_inside_its_package(path):
    assert weights.locate(described()) == path


def test_a_file_with_the_right_digest_is_read(path):
    assert weights.read(described()) == CONTENTS


def test_the_package_is_not_imported(path):
    (path.parents[1] / "__init__.py").write_text("raise ImportError('needs what nobody has')")
    assert weights.read(described()) == CONTENTS


@pytest.mark.parametrize("contents", [b"", b"number", b"numbers!", b"Numbers"])
def test_a_file_with_another_digest_is_damaged(path, contents):
    path.write_bytes(contents)
    with pytest.raises(errors.WeightsDamaged) as raised:
        weights.read(described())
    assert f"pip install --force-reinstall --no-deps {PACKAGE}" in str(raised.value)


def test_a_file_that_is_gone_is_missing(path):
    path.unlink()
    with pytest.raises(errors.WeightsMissing) as raised:
        weights.read(described())
    assert f"pip install {PACKAGE}" in str(raised.value)


def test_a_folder_in_its_place_counts_as_missing(path):
    path.unlink()
    path.mkdir()
    with pytest.raises(errors.WeightsMissing):
        weights.read(described())


def test_a_file_that_may_not_be_read_is_missing(path, monkeypatch):
    def refuse(_):
        raise PermissionError

    monkeypatch.setattr(type(path), "read_bytes", refuse)
    with pytest.raises(errors.WeightsMissing):
        weights.read(described())


def test_a_package_that_is_not_installed_is_missing():
    with pytest.raises(errors.WeightsMissing, match="pip install facedesk_no_such_package"):
        weights.read(weights.WeightFile("facedesk_no_such_package", "net.dat", ""))


def test_a_module_without_a_folder_holds_no_files():
    with pytest.raises(errors.WeightsMissing):
        weights.locate(weights.WeightFile("this", "net.dat", ""))


# The networks' own files -------------------------------------------------------------------------

LOADERS = {
    mtcnn_weights.PROPOSAL: lambda: mtcnn_weights.fill(ProposalNetwork(), mtcnn_weights.PROPOSAL),
    mtcnn_weights.REFINEMENT: lambda: mtcnn_weights.fill(
        RefinementNetwork(), mtcnn_weights.REFINEMENT
    ),
    mtcnn_weights.OUTPUT: lambda: mtcnn_weights.fill(OutputNetwork(), mtcnn_weights.OUTPUT),
    dlib_weights.FILE: dlib_weights.load_resnet29,
}
every_network = pytest.mark.parametrize(
    ("file", "load"), LOADERS.items(), ids=[Path(file.path).name for file in LOADERS]
)


@every_network
def test_a_network_with_a_damaged_file_is_refused(package, file, load):
    package(file.package, file.path).write_bytes(b"half of it")
    with pytest.raises(errors.WeightsDamaged, match=file.package):
        load()


@every_network
def test_a_network_without_its_file_is_refused(package, file, load):
    package(file.package, "elsewhere.dat")
    with pytest.raises(errors.WeightsMissing, match=f"pip install {file.package}"):
        load()


@every_network
def test_a_pickle_in_place_of_a_file_is_never_unpickled(package, tmp_path, file, load):
    trace = tmp_path / "unpickled"
    path = package(file.package, file.path)
    joblib.dump(Trap(trace), path)
    with pytest.raises(errors.WeightsDamaged):
        load()
    assert not trace.exists()
    joblib.load(io.BytesIO(path.read_bytes()))
    assert trace.exists()


class Trap:
    """A pickle that leaves a file behind when it is loaded."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)
