import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk import errors
from facedesk.gallery.protection.seal import KeySeal, Unsealed

KEY = bytes(range(32))


@given(st.binary(max_size=500), st.text(max_size=20))
def test_what_is_sealed_comes_back_and_no_byte_sequence_of_it_is_stored(plain, kind):
    sealed = KeySeal(KEY).seal(plain, kind)
    assert KeySeal(KEY).open(sealed, kind) == plain
    assert len(plain) < 4 or plain not in sealed


@given(st.binary(min_size=1, max_size=60), st.data())
def test_a_changed_byte_anywhere_is_noticed(plain, data):
    sealed = bytearray(KeySeal(KEY).seal(plain, "photo"))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(errors.GalleryDamaged):
        KeySeal(KEY).open(bytes(sealed), "photo")


@pytest.mark.parametrize("length", range(30))
def test_what_is_cut_short_is_noticed(length):
    with pytest.raises(errors.SealBroken):
        KeySeal(KEY).open(KeySeal(KEY).seal(b"a photo", "photo")[:length], "photo")


def test_one_kind_of_data_does_not_pass_for_another():
    with pytest.raises(errors.SealBroken):
        KeySeal(KEY).open(KeySeal(KEY).seal(b"a photo", "photo"), "thumbnail")


def test_another_key_opens_nothing():
    with pytest.raises(errors.SealBroken):
        KeySeal(bytes(32)).open(KeySeal(KEY).seal(b"a photo", "photo"), "photo")


def test_the_same_data_is_never_stored_the_same_way_twice():
    seal = KeySeal(KEY)
    assert len({seal.seal(b"a photo", "photo") for _ in range(1000)}) == 1000


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_has_256_bits(length):
    with pytest.raises(ValueError, match="32 bytes"):
        KeySeal(bytes(length))


def test_without_protection_data_is_stored_as_it_is():
    assert Unsealed().seal(b"a photo", "photo") == b"a photo"
    assert Unsealed().open(b"a photo", "photo") == b"a photo"
