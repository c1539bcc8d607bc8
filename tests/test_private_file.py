import errno
import sys

import pytest

from facedesk import errors, private_file
from facedesk.private_file import write_private


@pytest.fixture
def path(tmp_path):
    return tmp_path / "file.json"


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_only_the_user_may_read_the_file_even_if_all_could_read_the_former_one(path):
    path.write_bytes(b"former")
    path.chmod(0o644)
    write_private(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("step", "code", "refusal"),
    [
        ("fsync", errno.ENOSPC, errors.DiskFull),
        ("fsync", errno.EDQUOT, errors.DiskFull),
        ("fsync", errno.EIO, errors.CalibrationNotSaved),
        ("replace", errno.EACCES, errors.FolderNotWritable),
    ],
)
def test_when_it_fails_the_former_file_is_still_there(path, monkeypatch, step, code, refusal):
    path.write_bytes(b"former")

    def fail(*arguments):
        raise OSError(code, "simulated")

    with monkeypatch.context() as patch:
        patch.setattr(private_file.os if step == "fsync" else private_file.Path, step, fail)
        with pytest.raises(refusal):
            write_private(path, b"new", errors.CalibrationNotSaved)
    assert path.read_bytes() == b"former"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(errors.FolderNotWritable):
        write_private(tmp_path / "gone" / "file.json", b"new")
