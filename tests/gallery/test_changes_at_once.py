"""Two who change the same person: neither change is lost without a word."""

import pytest

from facedesk import errors
from facedesk.gallery import rows


@pytest.fixture
def ada(gallery, make_photo):
    return gallery.enrol("Ada", make_photo())


CHANGES = {
    "renamed": lambda gallery, person, _photo: gallery.rename(person.id, "Augusta"),
    "given another photo": lambda gallery, person, photo: gallery.replace_photo(person.id, photo),
    "given a look": lambda gallery, person, photo: gallery.add_look(person.id, photo),
    "given notes": lambda gallery, person, _photo: gallery.note_consent(person.id, person.consent),
}
DECISIONS = {
    "rename": lambda gallery, seen, _photo: gallery.rename(seen.id, "Ada King", seen.version),
    "replace": lambda gallery, seen, photo: gallery.replace_photo(seen.id, photo, seen.version),
    "note": lambda gallery, seen, _photo: gallery.note_consent(seen.id, seen.consent, seen.version),
    "remove": lambda gallery, seen, _photo: gallery.remove(seen.id, seen.version),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("decision", DECISIONS.values(), ids=DECISIONS)
def test_what_was_decided_on_former_facts_is_refused(gallery, make_photo, ada, change, decision):
    change(gallery, ada, make_photo())
    (changed,) = gallery.people()
    photos, revision = gallery.photos(ada.id), gallery.revision()
    with pytest.raises(errors.PersonChanged) as refusal:
        decision(gallery, ada, make_photo())
    assert f"just changed {changed.name}" in refusal.value.text
    assert gallery.people() == (changed,)
    assert [photo.jpeg for photo in gallery.photos(ada.id)] == [photo.jpeg for photo in photos]
    assert gallery.revision() == revision


@pytest.mark.parametrize("decision", DECISIONS.values(), ids=DECISIONS)
def test_who_looks_again_may_decide_again(gallery, make_photo, ada, decision):
    gallery.rename(ada.id, "Augusta")
    decision(gallery, gallery.person("Augusta"), make_photo())
    assert gallery.people() != (ada,)


def test_what_an_import_has_replaced_counts_as_changed(gallery, ada):
    with gallery.database.writing() as connection:
        rows.rewrite_person(connection, ada.id, "Ada", ada.consent, ada.enrolled_at)
    with pytest.raises(errors.PersonChanged):
        gallery.remove(ada.id, ada.version)


def test_one_who_makes_several_changes_is_not_in_their_own_way(gallery, make_photo, ada):
    ada = gallery.rename(ada.id, "Augusta", ada.version)
    ada = gallery.replace_photo(ada.id, make_photo(), ada.version)
    ada = gallery.add_look(ada.id, make_photo())
    gallery.remove(ada.id, ada.version)
    assert gallery.people() == ()


def test_corrections_and_reading_are_no_change_of_the_person(gallery, make_photo, ada):
    gallery.remove_photo(gallery.correct(ada.id, make_photo()))
    gallery.photos(ada.id)
    assert gallery.people() == (ada,)


def test_somebody_removed_meanwhile_is_gone(gallery, ada):
    gallery.remove(ada.id)
    with pytest.raises(errors.PersonGone):
        gallery.rename(ada.id, "Augusta", ada.version)
