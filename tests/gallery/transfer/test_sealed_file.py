import errno
import io
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk import errors
from facedesk.gallery.protection.passphrase import ScryptCost
from facedesk.gallery.transfer.sealed_file import CHUNK_BYTES, open_sealed, sealed_writer

PASSPHRASE = "correct horse battery"
CHEAP = ScryptCost(n=16)
HEAD = 35
CHUNK = CHUNK_BYTES + 16
LONG = bytes(range(256)) * (CHUNK_BYTES * 3 // 256) + b"the end"  # four chunks


@pytest.fixture
def path(tmp_path):
    return tmp_path / "people.facedesk"


def write(path, content=LONG, passphrase=PASSPHRASE):
    with sealed_writer(path, passphrase, CHEAP) as writer:
        writer.write(content)


def read(path, passphrase=PASSPHRASE):
    return b"".join(open_sealed(path, passphrase).content())


def chunks_of(path):
    data = path.read_bytes()
    return data[:HEAD], [data[at : at + CHUNK] for at in range(HEAD, len(data), CHUNK)]


@pytest.mark.parametrize(
    "size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES]
)
def test_what_was_written_is_read(path, size):
    content = os.urandom(size)
    write(path, content)
    assert read(path) == content
    assert open_sealed(path, PASSPHRASE).size == size


@settings(max_examples=25, deadline=None)
@given(pieces=st.lists(st.binary(max_size=3 * CHUNK_BYTES // 2), max_size=5))
def test_in_whatever_pieces_it_comes(tmp_path_factory, pieces):
    path = tmp_path_factory.mktemp("sealed") / "people.facedesk"
    with sealed_writer(path, PASSPHRASE, CHEAP) as writer:
        for piece in pieces:
            writer.write(piece)
    assert read(path) == b"".join(pieces)


def test_nothing_of_it_can_be_read_in_the_file(path):
    write(path, b"Ada Lovelace" * 1000)
    assert b"Ada" not in path.read_bytes()


def test_two_files_with_the_same_content_have_nothing_in_common(path, tmp_path):
    other = tmp_path / "other.facedesk"
    write(path), write(other)
    assert path.read_bytes()[12:] != other.read_bytes()[12:]
    assert path.read_bytes()[HEAD : HEAD + 64] != other.read_bytes()[HEAD : HEAD + 64]


def test_another_passphrase_does_not_open_it_and_changes_nothing(path):
    write(path)
    before = path.read_bytes()
    with pytest.raises(errors.ExportLocked):
        read(path, "correct horse batterz")
    assert path.read_bytes() == before


def test_letters_count_however_the_keyboard_composes_them(path):
    write(path, passphrase="Gr\u00fc\u00dfe aus K\u00f6ln")
    assert read(path, "Gru\u0308\u00dfe aus Ko\u0308ln") == LONG


def test_a_passphrase_has_a_least_length(path):
    with pytest.raises(errors.PassphraseTooShort):
        write(path, passphrase="short")
    assert not path.exists()


class TestTampering:
    @pytest.fixture(autouse=True)
    def written(self, path):
        write(path)

    @pytest.mark.parametrize("at", [*range(HEAD), HEAD, HEAD + CHUNK, HEAD + CHUNK + 7, -17, -1])
    def test_a_changed_byte_is_refused(self, path, at):
        data = bytearray(path.read_bytes())
        data[at] ^= 0x01
        path.write_bytes(data)
        with pytest.raises(errors.FacedeskError):
            read(path)

    @pytest.mark.parametrize("length", [0, 5, HEAD, HEAD + 10, HEAD + CHUNK, HEAD + 3 * CHUNK, -1])
    def test_a_file_cut_off_is_refused(self, path, length):
        path.write_bytes(path.read_bytes()[:length])
        with pytest.raises(errors.FacedeskError):
            read(path)

    @pytest.mark.parametrize("order", [(1, 0, 2, 3), (0, 2, 1, 3), (0, 1, 3), (0, 1, 1, 2, 3)])
    def test_chunks_in_another_order_are_refused(self, path, order):
        head, chunks = chunks_of(path)
        path.write_bytes(head + b"".join(chunks[number] for number in order))
        with pytest.raises((errors.ExportDamaged, errors.ExportLocked)):
            read(path)

    def test_bytes_added_are_refused(self, path):
        path.write_bytes(path.read_bytes() + b"\0")
        with pytest.raises(errors.ExportDamaged):
            read(path)

    def test_a_chunk_of_another_file_is_refused(self, path, tmp_path):
        write(tmp_path / "other.facedesk")
        head, chunks = chunks_of(path)
        chunks[1] = chunks_of(tmp_path / "other.facedesk")[1][1]
        path.write_bytes(head + b"".join(chunks))
        with pytest.raises(errors.ExportDamaged):
            read(path)

    def test_a_file_exchanged_while_it_is_read_is_refused(self, path):
        file = open_sealed(path, PASSPHRASE)
        write(path)
        with pytest.raises(errors.ExportDamaged):
            list(file.content())

    def test_a_file_that_asks_for_too_much_memory_is_refused(self, path):
        data = bytearray(path.read_bytes())
        data[9] = 40
        path.write_bytes(data)
        with pytest.raises(errors.ExportDamaged):
            read(path)

    def test_a_later_version_is_told_from_damage(self, path):
        data = bytearray(path.read_bytes())
        data[8] = 2
        path.write_bytes(data)
        with pytest.raises(errors.ExportTooNew):
            read(path)


def test_a_file_of_another_kind_is_called_that(path):
    path.write_bytes(b"\x89PNG" * 100)
    with pytest.raises(errors.NotAnExport):
        read(path)


def test_a_file_that_is_not_there_or_is_a_folder_is_called_that(path, tmp_path):
    for missing in (path, tmp_path):
        with pytest.raises(errors.ExportMissing):
            read(missing)


class TestWriting:
    def test_when_it_fails_the_former_file_stays_and_no_other_is_left(self, path):
        write(path, b"former")
        with pytest.raises(TypeError), sealed_writer(path, PASSPHRASE, CHEAP) as writer:
            writer.write([LONG, "no bytes"])
        assert read(path) == b"former"
        assert list(path.parent.iterdir()) == [path]

    def test_a_full_disk_is_said_so(self, path, monkeypatch):
        def full(_descriptor):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(errors.DiskFull):
            write(path)
        assert list(path.parent.iterdir()) == []

    def test_a_folder_that_is_not_there_is_said_so(self, tmp_path):
        with pytest.raises(errors.FileNotWritten):
            write(tmp_path / "nowhere" / "people.facedesk")

    @pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions")
    def test_only_the_user_may_read_it(self, path):
        write(path)
        assert path.stat().st_mode & 0o777 == 0o600

    def test_it_takes_no_more_memory_than_some_chunks(self, path):
        with sealed_writer(path, PASSPHRASE, CHEAP) as writer:
            for _ in range(40):
                writer.write(b"\0" * CHUNK_BYTES)
                assert len(writer._waiting) <= CHUNK_BYTES
        assert max(len(piece) for piece in open_sealed(path, PASSPHRASE).content()) == CHUNK_BYTES


def test_the_layout_is_the_documented_one(path):
    """Read without the code above, from what the module's docstring says."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    write(path, b"x" * CHUNK_BYTES + b"y")
    file = io.BytesIO(path.read_bytes())
    head = file.read(35)
    assert head[:9] == b"facedesk\x01"
    log_n, r, p = head[9:12]
    salt, prefix = head[12:28], head[28:35]
    key = Scrypt(salt=salt, length=32, n=2**log_n, r=r, p=p).derive(PASSPHRASE.encode())
    nonces = (prefix + b"\0\0\0\0\0", prefix + b"\0\0\0\1\1")
    contents = [AESGCM(key).decrypt(nonce, file.read(65552), head) for nonce in nonces]
    assert contents == [b"x" * 65536, b"y"]
