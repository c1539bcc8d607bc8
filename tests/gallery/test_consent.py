import getpass

import pytest

from facedesk import errors
from facedesk.gallery.consent import (
    LONGEST_NOTE,
    UNKNOWN,
    Basis,
    Consent,
    clean_note,
    consent_of_new,
)
from facedesk.gallery.store import open_gallery

BY_ANNA = Consent("Anna", Basis.CONSENT, "form in folder 7")


def test_nothing_is_noted_until_somebody_says_what(gallery, make_photo):
    assert gallery.enrol("Ada", make_photo()).consent == UNKNOWN


def test_whoever_is_enrolled_has_what_is_noted_at_that_time(gallery, make_photo):
    gallery.consent_of_new = BY_ANNA
    ada = gallery.enrol("Ada", make_photo())
    gallery.consent_of_new = Consent("Ben", Basis.CONTRACT)
    gallery.enrol("Grace", make_photo())
    assert ada.consent == BY_ANNA
    assert [p.consent for p in gallery.people()] == [BY_ANNA, Consent("Ben", Basis.CONTRACT)]


def test_what_is_noted_can_be_changed_and_stays(database, gallery, make_photo):
    ada = gallery.enrol("Ada", make_photo())
    assert gallery.note_consent(ada.id, BY_ANNA).consent == BY_ANNA
    again = open_gallery(database)
    assert again.person("Ada").consent == BY_ANNA
    again.close()


def test_nothing_can_be_noted_about_somebody_gone(gallery, make_photo):
    ada = gallery.enrol("Ada", make_photo())
    gallery.remove(ada.id)
    with pytest.raises(errors.PersonGone):
        gallery.note_consent(ada.id, BY_ANNA)


def test_the_settings_say_what_is_noted_and_the_system_who_the_user_is(monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "anna")
    assert consent_of_new("", "consent") == Consent("anna", Basis.CONSENT)
    assert consent_of_new(" Front desk ", "") == Consent("Front desk", Basis.UNSTATED)


def test_a_system_without_names_of_users_is_no_hindrance(monkeypatch):
    def nobody():
        raise OSError("no username set in the environment")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert consent_of_new("", "other") == Consent("", Basis.OTHER)


def test_a_note_has_an_end():
    assert clean_note("  " + "a" * 1000) == "a" * LONGEST_NOTE
