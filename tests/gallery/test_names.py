import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk import errors
from facedesk.gallery.names import LONGEST_NAME, clean_name, name_key

NAMES = st.text(max_size=100)


def accepted(text):
    try:
        return clean_name(text)
    except errors.NameRefused:
        return None


@pytest.mark.parametrize(
    "text",
    ["", " ", "   \t\n ", "\x00\x07", "\u200b", "\u202e\u202c", "\u3000\u00a0", "\ud800"],
)
def test_a_name_without_anything_to_see_is_empty(text):
    with pytest.raises(errors.NameEmpty):
        clean_name(text)


def test_80_characters_are_a_name_and_81_are_too_many():
    assert clean_name("a" * LONGEST_NAME) == "a" * 80
    with pytest.raises(errors.NameTooLong) as refusal:
        clean_name("a" * 81)
    assert str(refusal.value) == "This name is too long. Use at most 80 characters."


def test_only_what_is_kept_counts_towards_the_length():
    assert clean_name(" " * 50 + "a" * 80 + "\x00" * 50) == "a" * 80
    assert len(clean_name("e\u0301" * 80)) == 80  # composed, it is one character


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("  Ada Lovelace ", "Ada Lovelace"),
        ("Ada \t\n  Lovelace", "Ada Lovelace"),
        ("Ada\u00a0Lovelace", "Ada Lovelace"),
        ("Ada\x00 \x1bLovelace\x7f", "Ada Lovelace"),
        ("Ada \x00 Lovelace", "Ada Lovelace"),
        ("Ze\u0301 ", "Zé"),
        ("Ada\udcff", "Ada"),  # what a file name with stray bytes brings
        ("evil\u202egpj.exe", "evilgpj.exe"),
    ],
)
def test_names_are_tidied(text, name):
    assert clean_name(text) == name


@pytest.mark.parametrize(
    "name",
    ["👩‍🚀", "Zoë 😀", "נעמי", "محمد علي", "می‌خواهم", "李小龍", "Nguyễn Thị", "O’Brien", "Q̃", "7"],
)
def test_names_of_every_script_are_kept_as_they_are(name):
    assert clean_name(unicodedata.normalize("NFC", name)) == unicodedata.normalize("NFC", name)


@given(NAMES)
def test_cleaning_a_clean_name_changes_nothing(text):
    name = accepted(text)
    assert name is None or clean_name(name) == name


@given(NAMES)
def test_a_name_can_be_stored_and_shown_on_one_line(text):
    name = accepted(text)
    if name is not None:
        name.encode("utf-8")
        assert name.splitlines() == [name]
        assert 1 <= len(name) <= LONGEST_NAME


@given(NAMES)
def test_a_key_is_its_own_key(text):
    assert name_key(name_key(text)) == name_key(text)


@given(NAMES)
def test_cleaning_does_not_change_whose_name_it_is(text):
    name = accepted(text)
    assert name is None or name_key(name) == name_key(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ADA", "ada"),
        ("Weiß", "WEISS"),
        ("Ζεύς", "ΖΕΎΣ"),
        ("Zé", "Ze\u0301"),
        ("Ａｄａ", "Ada"),
        ("ﬁona", "Fiona"),
        ("Ada", "A\u200bda"),
        (" Ada  Lovelace", "ada lovelace "),
    ],
)
def test_spellings_that_look_alike_are_the_same_name(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Zoe", "Zoë"), ("Ada", "Ida"), ("Li Na", "Lina")])
def test_different_names_stay_different(one, other):
    assert name_key(one) != name_key(other)
