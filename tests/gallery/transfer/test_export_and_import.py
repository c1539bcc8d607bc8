from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from facedesk import errors
from facedesk.database_address import read_address
from facedesk.gallery.consent import Basis, Consent
from facedesk.gallery.photo import Role
from facedesk.gallery.protection.passphrase import ScryptCost
from facedesk.gallery.protection.protecting import protect_by_passphrase
from facedesk.gallery.sharing.shared_gallery import open_shared_gallery
from facedesk.gallery.store import open_gallery
from facedesk.gallery.transfer import importing
from facedesk.gallery.transfer.exporting import export_people
from facedesk.gallery.transfer.importing import OnClash, Outcome, Standing, carry_out, plan_import
from facedesk.gallery.transfer.sealed_file import open_sealed

PASSPHRASE = "correct horse battery"
BY_ANNA = Consent("Anna", Basis.CONSENT, "form 7")


def quietly(_done, _total):
    pass


@pytest.fixture
def path(tmp_path):
    return tmp_path / "people.facedesk"


@pytest.fixture
def export(gallery, path):
    """Return a function that exports the gallery, or some of it."""

    def export(ids=None):
        return export_people(gallery, path, PASSPHRASE, quietly, ids, ScryptCost(n=16))

    return export


@pytest.fixture
def other(tmp_path):
    """Another gallery, to import into."""
    gallery = open_gallery(tmp_path / "elsewhere" / "gallery.sqlite3")
    yield gallery
    gallery.close()


@pytest.fixture
def plan(path):
    """Return a function that plans the import of the file."""
    return lambda into: plan_import(into, open_sealed(path, PASSPHRASE), quietly)


@pytest.fixture
def bring(plan):
    """Return a function that imports the file, with what is chosen about clashes."""
    return lambda into, **choices: carry_out(into, plan(into), choices, quietly)


@pytest.fixture
def ada(gallery, make_photo):
    """Ada with a look, a correction and a note about consent, in the gallery."""
    gallery.consent_of_new = BY_ANNA
    ada = gallery.enrol("Ada", make_photo())
    gallery.add_look(ada.id, make_photo())
    gallery.correct(ada.id, make_photo())
    gallery.set_avatar(ada.id, make_photo())
    return gallery.person("Ada")


def everything(gallery, name):
    """All that a gallery holds of a person, to compare."""
    person = gallery.person(name)
    templates = gallery.templates("one")
    owner = [p.id for p in templates.people].index(person.id)
    vectors = [
        owned.vectors[owned.owners == owner].tobytes()
        for owned in (templates.photos, templates.corrections)
    ]
    photos = [
        (p.jpeg, p.landmarks.tobytes(), p.role, p.added_at, p.quality)
        for p in gallery.photos(person.id)
    ]
    avatar = gallery.avatar(person.id)
    return replace(person, id=0, version=0), photos, vectors, avatar and avatar.jpeg


class TestIntoAnEmptyGallery:
    def test_everything_comes_along(self, gallery, other, ada, export, bring):
        assert export() == 1
        assert [done.outcome for done in bring(other)] == [Outcome.ADDED]
        assert everything(other, "Ada") == everything(gallery, "Ada")
        assert other.person("Ada").consent == BY_ANNA

    def test_only_those_chosen_come_along(self, gallery, other, ada, make_photo, export, bring):
        gallery.enrol("Grace", make_photo())
        assert export([ada.id]) == 1
        bring(other)
        assert [person.name for person in other.people()] == ["Ada"]

    def test_templates_of_another_encoder_are_made_again_as_usual(
        self, gallery, other, make_photo, export, bring
    ):
        gallery.enrol("Ada", make_photo(encoder_id="former"))
        export()
        bring(other)
        photo = other.photo(other.person("Ada").id)
        assert other.outdated("one") == [photo.id]
        assert other.outdated("former") == []

    def test_an_empty_gallery_can_be_exported_and_imported(self, other, export, bring):
        assert export() == 0
        assert bring(other) == ()


def test_galleries_with_keys_of_their_own_exchange_people(gallery, other, ada, export, bring, path):
    for one in (gallery, other):
        protect_by_passphrase(one.database, PASSPHRASE)
    export()
    bring(other)
    assert everything(other, "Ada") == everything(gallery, "Ada")


class TestExporting:
    def test_somebody_gone_ends_it_without_a_file(self, gallery, ada, path, export):
        gallery.remove(ada.id)
        with pytest.raises(errors.PersonGone):
            export([ada.id])
        assert list(path.parent.glob("*facedesk*")) == []

    def test_it_can_be_ended_at_any_person(self, gallery, ada, path):
        def stop(_done, _total):
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            export_people(gallery, path, PASSPHRASE, stop, None, ScryptCost(n=16))
        assert list(path.parent.glob("*facedesk*")) == []

    def test_it_tells_how_far_it_is(self, gallery, ada, make_photo, path):
        gallery.enrol("Grace", make_photo())
        told = []
        export_people(
            gallery, path, PASSPHRASE, lambda *step: told.append(step), None, ScryptCost(n=16)
        )
        assert told == [(0, 2), (1, 2)]

    def test_nobody_s_name_or_picture_can_be_read_in_it(self, gallery, ada, path, export):
        export()
        data = path.read_bytes()
        assert b"Ada" not in data
        assert all(photo.jpeg[-100:-36] not in data for photo in gallery.photos(ada.id))


class TestThePlan:
    def test_says_who_is_new_who_is_here_and_who_clashes(
        self, gallery, other, make_photo, export, plan
    ):
        same = make_photo()
        for name, photo in (("Ada", make_photo()), ("Grace", same), ("Emmy", make_photo())):
            gallery.enrol(name, photo)
        other.enrol("grace", same)
        other.enrol("ADA", make_photo())
        export()
        found = {person.name: person for person in plan(other).people}
        assert {name: person.standing for name, person in found.items()} == {
            "Ada": Standing.CLASH,
            "Grace": Standing.SAME,
            "Emmy": Standing.NEW,
        }
        assert found["Ada"].mine.name == "ADA"
        assert found["Ada"].face.jpeg == gallery.photo(gallery.person("Ada").id).jpeg
        assert found["Emmy"].face is None

    def test_another_look_is_a_clash_too(
        self, gallery, other, ada, make_photo, export, bring, plan
    ):
        export()
        bring(other)
        assert [p.standing for p in plan(other).people] == [Standing.SAME]
        other.add_look(other.person("Ada").id, make_photo())
        assert [p.standing for p in plan(other).people] == [Standing.CLASH]

    def test_another_avatar_is_a_clash_too_and_is_what_is_shown(
        self, gallery, other, ada, export, bring, plan, make_photo
    ):
        export()
        bring(other)
        theirs = make_photo()
        gallery.set_avatar(ada.id, theirs)
        export()
        (clash,) = plan(other).clashes
        assert clash.face.jpeg == theirs.jpeg

    def test_changes_nothing(self, other, ada, export, plan):
        export()
        before = other.revision()
        plan(other)
        assert (other.revision(), other.people()) == (before, ())

    def test_holds_only_some_faces(self, gallery, other, make_photo, export, plan, monkeypatch):
        monkeypatch.setattr(importing, "_MOST_FACES", 1)
        for name in ("Ada", "Grace"):
            gallery.enrol(name, make_photo())
            other.enrol(name, make_photo())
        export()
        assert [person.face is None for person in plan(other).clashes] == [False, True]


class TestAClash:
    @pytest.fixture
    def mine(self, other, make_photo):
        other.consent_of_new = Consent("Ben", Basis.CONTRACT)
        other.enrol("ada", make_photo())
        return other.person("ada")

    @pytest.fixture(autouse=True)
    def exported(self, ada, export):
        export()

    def test_keeps_mine_unless_something_else_is_chosen(self, other, mine, bring):
        before = everything(other, "Ada")
        (done,) = bring(other)
        assert (done.outcome, done.kept_as) == (Outcome.KEPT, "ada")
        assert everything(other, "Ada") == before

    def test_can_take_theirs_and_they_keep_their_id(self, gallery, other, mine, bring):
        photo = other.photo(mine.id)
        (done,) = bring(other, Ada=OnClash.REPLACE)
        assert done.outcome is Outcome.REPLACED
        assert other.person("Ada").id == mine.id
        assert everything(other, "Ada") == everything(gallery, "Ada")
        assert photo.jpeg[-100:-36] not in other.database.path.read_bytes()

    def test_can_keep_both_under_a_new_name(self, gallery, other, mine, bring):
        (done,) = bring(other, Ada=OnClash.BOTH)
        assert (done.outcome, done.kept_as) == (Outcome.RENAMED, "Ada (2)")
        assert [person.name for person in other.people()] == ["ada", "Ada (2)"]
        assert everything(other, "Ada (2)")[1:] == everything(gallery, "Ada")[1:]

    def test_the_new_name_is_free_here_and_in_the_file(
        self, gallery, other, mine, make_photo, export, bring
    ):
        other.enrol("Ada (2)", make_photo())
        gallery.enrol("Ada (3)", make_photo())
        export()
        done = bring(other, Ada=OnClash.BOTH)
        assert [d.kept_as for d in done] == ["Ada (4)", "Ada (3)"]

    def test_the_longest_name_has_room_for_a_number(
        self, gallery, other, make_photo, export, bring
    ):
        longest = "a" * 80
        gallery.enrol(longest, make_photo())
        other.enrol(longest, make_photo())
        export()
        assert bring(other, **{longest: OnClash.BOTH})[1].kept_as == "a" * 76 + " (2)"


class TestAllOrNothing:
    @pytest.fixture(autouse=True)
    def exported(self, gallery, ada, make_photo, export):
        gallery.enrol("Grace", make_photo())
        export()

    def test_ended_in_the_middle_nobody_has_come(self, other, plan):
        def stop(done, _total):
            if done:
                raise KeyboardInterrupt

        made = plan(other)
        with pytest.raises(KeyboardInterrupt):
            carry_out(other, made, {}, stop)
        assert other.people() == ()
        assert len(carry_out(other, made, {}, quietly)) == 2

    def test_a_gallery_changed_since_the_plan_is_left_alone(self, other, plan, make_photo):
        made = plan(other)
        other.enrol("Grace", make_photo())
        with pytest.raises(errors.GalleryChanged):
            carry_out(other, made, {}, quietly)
        assert [person.name for person in other.people()] == ["Grace"]

    def test_a_file_changed_since_the_plan_brings_nobody(self, other, plan, path):
        made = plan(other)
        data = bytearray(path.read_bytes())
        data[-1] ^= 1
        path.write_bytes(data)
        with pytest.raises(errors.ExportDamaged):
            carry_out(other, made, {}, quietly)
        assert other.people() == ()

    def test_a_damaged_file_is_refused_before_anything_is_changed(self, other, plan, path):
        data = bytearray(path.read_bytes())
        data[-20] ^= 1
        path.write_bytes(data)
        with pytest.raises((errors.ExportDamaged, errors.ExportLocked)):
            plan(other)
        assert other.people() == ()

    def test_it_is_one_change(self, other, bring):
        before = other.revision()
        bring(other)
        assert other.revision() == before + 1

    def test_again_it_changes_no_picture(self, other, bring):
        bring(other)
        assert {done.outcome for done in bring(other)} == {Outcome.SAME}
        assert np.all([person.photos for person in other.people()])
        assert {p.role for p in other.photos(other.person("Ada").id)} == set(Role)


def test_people_go_from_a_file_to_a_server_and_back(
    gallery, other, ada, make_photo, export, bring, path, tmp_path, shared_address
):
    export()
    with closing(open_shared_gallery(read_address(shared_address), tmp_path)) as server:
        server.enrol("ada", make_photo())
        assert [done.outcome for done in bring(server, Ada=OnClash.REPLACE)] == [Outcome.REPLACED]
        export_people(server, path, PASSPHRASE, quietly, None, ScryptCost(n=16))
    bring(other)
    assert everything(other, "Ada") == everything(gallery, "Ada")
