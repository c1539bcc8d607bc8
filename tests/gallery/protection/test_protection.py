import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from random import Random

import numpy as np
import pytest

from facedesk import errors
from facedesk.gallery.protection import protecting, protection_rows
from facedesk.gallery.protection.data_key import Method
from facedesk.gallery.protection.protecting import (
    check_passphrase_of,
    methods_of,
    protect_by_keyring,
    protect_by_passphrase,
    remove_method,
)
from facedesk.gallery.store import open_gallery

WORDS, OTHER_WORDS = "correct horse battery", "another passphrase"


@pytest.fixture
def opened(database):
    """A function that opens the gallery; those that are open in the end are closed."""
    galleries = []

    def open_(passphrase=None):
        galleries.append(open_gallery(database, passphrase))
        return galleries[-1]

    yield open_
    for gallery in galleries:
        gallery.close()


def plain_bytes(photos):
    """What can be told of pictures in a file: parts of them, landmarks, templates."""
    for photo in photos:
        scan = photo.jpeg[650:]  # what comes before is the same in every JPEG
        yield from (scan[start : start + 12] for start in range(0, len(scan) - 12, 32))
        yield photo.landmarks.tobytes()
        yield photo.template.vector.tobytes()[:16]


def traces(database, photos):
    data = b"".join(path.read_bytes() for path in database.parent.iterdir())
    return [part for part in plain_bytes(photos) if part in data]


def contents(gallery):
    """All that is stored of people."""
    photos = [photo for person in gallery.people() for photo in gallery.photos(person.id)]
    return (
        gallery.people(),
        [(p.id, p.role, p.jpeg, p.landmarks.tobytes()) for p in photos],
        gallery.templates("one").photos.vectors.tobytes(),
    )


# By the keyring ----------------------------------------------------------------------------------


def test_a_new_gallery_is_protected_where_there_is_a_keyring(keyring_file, opened):
    assert methods_of(opened().database) == {Method.KEYRING}


def test_without_a_keyring_a_gallery_is_not_protected(opened, database, make_photo):
    gallery, photo = opened(), make_photo(side=100)
    gallery.enrol("Ada", photo)
    assert methods_of(gallery.database) == frozenset()
    assert traces(database, [photo])


def test_no_part_of_a_photo_can_be_read_in_the_files(keyring_file, opened, database, make_photo):
    gallery, photos = opened(), [make_photo(side=100) for _ in range(3)]
    ada = gallery.enrol("Ada", photos[0])
    gallery.add_look(ada.id, photos[1])
    gallery.correct(ada.id, photos[2])
    assert traces(database, photos) == []
    assert {p.jpeg for p in gallery.photos(ada.id)} == {photo.jpeg for photo in photos}
    vectors = gallery.templates("one").photos.vectors
    np.testing.assert_array_equal(vectors, [p.template.vector for p in photos[:2]])


def test_it_opens_again_by_itself_also_in_another_process(
    keyring_file, opened, database, make_photo
):
    gallery, photo = opened(), make_photo()
    ada = gallery.enrol("Ada", photo)
    gallery.close()
    code = """
import sys
from pathlib import Path
from facedesk.gallery.store import open_gallery
gallery = open_gallery(Path(sys.argv[1]))
sys.stdout.buffer.write(gallery.photo(int(sys.argv[2])).jpeg)
gallery.close()
"""
    words = [sys.executable, "-c", code, str(database), str(ada.id)]
    assert subprocess.run(words, capture_output=True, check=True).stdout == photo.jpeg


def test_the_keyring_has_no_key_that_the_file_would_tell(keyring_file, opened, database):
    secret = next(iter(opened().database._keys.values())).secret
    assert secret.hex() not in keyring_file.read_text()
    assert secret not in database.read_bytes()


def test_several_galleries_have_a_key_each(keyring_file, tmp_path, make_photo):
    for number in range(3):
        open_gallery(tmp_path / str(number) / "gallery.sqlite3").close()
    assert keyring_file.read_text().count("facedesk gallery") == 3
    for number in range(3):
        open_gallery(tmp_path / str(number) / "gallery.sqlite3").close()


def test_opened_by_several_at_once_for_the_first_time_it_gets_one_key(keyring_file, database):
    code = """
import sys
from pathlib import Path
from facedesk.gallery.store import open_gallery
gallery = open_gallery(Path(sys.argv[1]))
with gallery.database.reading() as connection:
    print(gallery.database.key_in(connection).id)
gallery.close()
"""
    words = [sys.executable, "-c", code, str(database)]
    many = [subprocess.Popen(words, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    told = [process.communicate()[0] for process in many]
    assert [process.returncode for process in many] == [0] * 4
    assert len(set(told)) == 1


# A gallery that was not protected ----------------------------------------------------------------


@pytest.fixture
def unprotected(database, make_photo):
    """A gallery with photos that are not sealed, and those photos."""
    gallery = open_gallery(database)
    photos = [make_photo(side=60) for _ in range(12)]
    people = [gallery.enrol(f"Person {n}", photo) for n, photo in enumerate(photos[:10])]
    gallery.add_look(people[0].id, photos[10])
    gallery.correct(people[1].id, photos[11])
    before = contents(gallery)
    gallery.close()
    assert traces(database, photos)
    return before, photos


def test_it_is_encrypted_at_the_next_start(unprotected, opened, database, request):
    before, photos = unprotected
    request.getfixturevalue("keyring_file")
    gallery = opened()
    assert methods_of(gallery.database) == {Method.KEYRING}
    assert contents(gallery) == before
    assert traces(database, photos) == []  # while it is open: not in the journal either


def test_of_a_protection_that_breaks_off_nothing_remains(
    unprotected, opened, database, keyring_file, monkeypatch
):
    before, _ = unprotected

    def stop(done, total):
        assert (done, total) == (12, 36)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_gallery(database, progress=stop)
    with monkeypatch.context() as patch:
        patch.setattr(protecting, "system_keyring", lambda: None)
        gallery = opened()
        assert methods_of(gallery.database) == frozenset()
        assert contents(gallery) == before
        gallery.close()
    assert contents(opened()) == before


def test_a_full_disk_leaves_it_as_it_was(unprotected, opened, keyring_file, monkeypatch, caplog):
    def fail(*_):
        raise errors.DiskFull

    monkeypatch.setattr(protection_rows, "reseal", fail)
    gallery = opened()
    assert methods_of(gallery.database) == frozenset()
    assert contents(gallery) == unprotected[0]


def test_a_gallery_of_the_first_version_is_protected_with_no_plain_copy_left(
    first_gallery, database, opened, make_photo, keyring_file
):
    photo = make_photo(side=60)
    first_gallery("Ada", photo)
    gallery = opened()
    assert methods_of(gallery.database) == {Method.KEYRING}
    assert gallery.photo(1).jpeg == photo.jpeg
    assert traces(database, [photo]) == []


# By a passphrase ---------------------------------------------------------------------------------


def test_a_passphrase_opens_it_and_nothing_else_does(
    quick_passphrases, opened, database, make_photo
):
    gallery, photo = opened(), make_photo(side=60)
    ada = gallery.enrol("Ada", photo)
    protect_by_passphrase(gallery.database, WORDS)
    assert methods_of(gallery.database) == {Method.PASSPHRASE}
    assert gallery.photo(ada.id).jpeg == photo.jpeg  # whoever has it open goes on
    gallery.close()
    assert traces(database, [photo]) == []
    stored = database.read_bytes()
    with pytest.raises(errors.PassphraseNeeded):
        opened()
    with pytest.raises(errors.WrongPassphrase):
        opened(OTHER_WORDS)
    assert database.read_bytes() == stored
    assert opened(WORDS).photo(ada.id).jpeg == photo.jpeg


def test_a_wrong_passphrase_costs_as_much_time_as_the_right_one(opened):
    from time import process_time

    gallery = opened()
    protect_by_passphrase(gallery.database, WORDS)
    begun = process_time()
    with pytest.raises(errors.WrongPassphrase):
        check_passphrase_of(gallery.database, OTHER_WORDS)
    wrong = process_time()
    check_passphrase_of(gallery.database, WORDS)
    right = process_time()
    assert wrong - begun > 0.05
    assert 0.3 < (wrong - begun) / (right - wrong) < 3


def test_a_passphrase_is_changed(quick_passphrases, opened):
    gallery = opened()
    protect_by_passphrase(gallery.database, WORDS)
    protect_by_passphrase(gallery.database, OTHER_WORDS)
    gallery.close()
    with pytest.raises(errors.WrongPassphrase):
        opened(WORDS)
    opened(OTHER_WORDS)


def test_nothing_of_the_former_lock_stays_in_the_file(quick_passphrases, opened, database):
    gallery = opened()
    protect_by_passphrase(gallery.database, WORDS)
    with gallery.database.reading() as connection:
        former = protection_rows.locked_keys(connection)[Method.PASSPHRASE]
    protect_by_passphrase(gallery.database, OTHER_WORDS)
    files = b"".join(path.read_bytes() for path in database.parent.iterdir())
    assert former.locked[-40:] not in files
    assert former.salt not in files


def test_a_passphrase_removed_without_a_keyring_leaves_it_open_to_all(
    quick_passphrases, opened, make_photo
):
    gallery, photo = opened(), make_photo()
    protect_by_passphrase(gallery.database, WORDS)
    ada = gallery.enrol("Ada", photo)
    remove_method(gallery.database, Method.PASSPHRASE)
    gallery.close()
    assert opened().photo(ada.id).jpeg == photo.jpeg
    assert methods_of(opened().database) == frozenset()


def test_a_passphrase_too_short_changes_nothing(opened):
    gallery = opened()
    with pytest.raises(errors.PassphraseTooShort):
        protect_by_passphrase(gallery.database, "sesame")
    assert methods_of(gallery.database) == frozenset()


def test_from_the_keyring_to_a_passphrase_and_back(
    quick_passphrases, opened, keyring_file, make_photo
):
    gallery, photo = opened(), make_photo()
    ada = gallery.enrol("Ada", photo)
    protect_by_passphrase(gallery.database, WORDS)
    assert methods_of(gallery.database) == {Method.KEYRING, Method.PASSPHRASE}
    remove_method(gallery.database, Method.KEYRING)
    gallery.close()
    with pytest.raises(errors.PassphraseNeeded):
        opened()
    gallery = opened(WORDS)
    assert protect_by_keyring(gallery.database)
    remove_method(gallery.database, Method.PASSPHRASE)
    gallery.close()
    assert opened().photo(ada.id).jpeg == photo.jpeg


def test_a_copy_made_before_opens_as_it_did(
    quick_passphrases, opened, database, keyring_file, tmp_path
):
    gallery = opened()
    gallery.close()
    copy = tmp_path / "copy" / "gallery.sqlite3"
    shutil.copytree(database.parent, copy.parent)
    gallery = opened()
    protect_by_passphrase(gallery.database, WORDS)
    remove_method(gallery.database, Method.KEYRING)
    open_gallery(copy).close()


# The keyring has lost the key --------------------------------------------------------------------


def test_without_its_key_it_stays_closed_and_as_it_is(opened, keyring_file, database):
    opened().close()
    keyring_file.unlink()
    stored = database.read_bytes()
    with pytest.raises(errors.KeyMissing) as refusal:
        opened()
    assert str(database) in str(refusal.value)
    assert database.read_bytes() == stored


def test_a_key_of_another_gallery_does_not_open_it(opened, keyring_file, database):
    opened().close()
    text = keyring_file.read_text()
    key = text.rsplit('"', 2)[1]
    keyring_file.write_text(text.replace(key, "00" * 32))
    with pytest.raises(errors.GalleryDamaged):
        opened()


def test_a_passphrase_set_for_this_case_opens_it_and_the_keyring_learns(
    quick_passphrases, opened, keyring_file, make_photo
):
    gallery, photo = opened(), make_photo()
    ada = gallery.enrol("Ada", photo)
    protect_by_passphrase(gallery.database, WORDS)
    gallery.close()
    keyring_file.unlink()
    with pytest.raises(errors.KeyringPassphraseNeeded):
        opened()
    opened(WORDS).close()
    assert opened().photo(ada.id).jpeg == photo.jpeg


def test_a_computer_without_any_keyring_takes_the_passphrase_too(
    quick_passphrases, opened, keyring_file, monkeypatch
):
    gallery = opened()
    protect_by_passphrase(gallery.database, WORDS)
    gallery.close()
    monkeypatch.setattr(protecting, "system_keyring", lambda: None)
    opened(WORDS)


# Others at the same time -------------------------------------------------------------------------


def test_whoever_has_it_open_is_told_when_another_gives_it_a_key(
    quick_passphrases, opened, make_photo
):
    here, there = opened(), opened()
    ada = here.enrol("Ada", make_photo())
    protect_by_passphrase(there.database, WORDS)
    for question in (lambda: here.photo(ada.id), lambda: here.templates("one")):
        with pytest.raises(errors.ProtectionChanged):
            question()
    with pytest.raises(errors.ProtectionChanged):
        here.enrol("Grace", make_photo())
    assert [person.name for person in there.people()] == ["Ada"]


def test_another_passphrase_is_no_other_key(quick_passphrases, opened, make_photo):
    gallery = opened()
    protect_by_passphrase(gallery.database, WORDS)
    other = opened(WORDS)
    protect_by_passphrase(other.database, OTHER_WORDS)
    ada = gallery.enrol("Ada", make_photo())
    assert other.photo(ada.id).jpeg == gallery.photo(ada.id).jpeg


# Changed from outside ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "column"), [("photo", "jpeg"), ("photo", "landmarks"), ("template", "vector")]
)
def test_a_byte_changed_anywhere_is_noticed(
    keyring_file, opened, database, make_photo, table, column
):
    gallery = opened()
    ada = gallery.enrol("Ada", make_photo())
    gallery.close()
    random = Random(table + column)
    with closing(sqlite3.connect(database)) as connection:
        (stored,) = connection.execute(f"SELECT {column} FROM {table}").fetchone()
    for _ in range(20):
        changed = bytearray(stored)
        changed[random.randrange(len(changed))] ^= random.randrange(1, 256)
        with closing(sqlite3.connect(database)) as connection:
            connection.execute(f"UPDATE {table} SET {column} = ?", (bytes(changed),))
            connection.commit()
        gallery = open_gallery(database)
        with pytest.raises(errors.GalleryDamaged):
            gallery.templates("one") if table == "template" else gallery.photo(ada.id)
        gallery.close()


def test_what_is_removed_leaves_not_even_its_sealed_form(
    keyring_file, opened, database, make_photo
):
    gallery = opened()
    gallery.enrol("Grace", make_photo())
    ada = gallery.enrol("Augusta Ada King", make_photo(side=100))
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(
            "SELECT jpeg, landmarks, vector FROM photo JOIN template ON photo_id = photo.id "
            "WHERE person_id = ?",
            (ada.id,),
        ).fetchall()
    parts = [blob[at : at + 12] for blob in rows[0] for at in range(0, len(blob) - 12, 16)]
    files = b"".join(path.read_bytes() for path in database.parent.iterdir())
    assert sum(part in files for part in parts) > 100
    gallery.remove(ada.id)
    files = b"".join(path.read_bytes() for path in database.parent.iterdir())
    assert [part for part in parts if part in files] == []
    assert b"Augusta Ada King" not in files
