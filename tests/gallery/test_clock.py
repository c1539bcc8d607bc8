"""The clock of the computer may go backwards: nothing in the gallery depends on it."""

from datetime import datetime, timedelta, timezone

import pytest

from facedesk.gallery import photo_rows, rows
from facedesk.gallery.photo import Role

NOW = datetime(2026, 5, 3, 12, tzinfo=timezone.utc)


@pytest.fixture
def clock(monkeypatch):
    """A function that sets the clock to some days after a certain moment, or before."""

    def set_to(days):
        class Clock(datetime):
            @classmethod
            def now(cls, tz=None):
                return NOW + timedelta(days=days)

        monkeypatch.setattr(rows, "datetime", Clock)
        monkeypatch.setattr(photo_rows, "datetime", Clock)

    return set_to


def test_photos_keep_their_order_and_changes_are_noticed(gallery, make_photo, clock):
    clock(days=0)
    ada = gallery.enrol("Ada", make_photo())
    revisions = [gallery.revision()]
    looks = []
    for days in (-1, -4000, 2):
        clock(days)
        looks.append(make_photo())
        gallery.add_look(ada.id, looks[-1])
        revisions.append(gallery.revision())
    photo, *kept = gallery.photos(ada.id)
    assert photo.role is Role.PHOTO
    assert [look.jpeg for look in kept] == [look.jpeg for look in looks]
    assert [look.added_at for look in kept] == [NOW + timedelta(days=d) for d in (-1, -4000, 2)]
    assert revisions == sorted(set(revisions))


def test_somebody_enrolled_before_others_by_the_clock_is_the_newest_all_the_same(
    gallery, make_photo, clock
):
    clock(days=0)
    ada = gallery.enrol("Ada", make_photo())
    clock(days=-4000)
    grace = gallery.enrol("Grace", make_photo())
    assert grace.id > ada.id
    assert grace.enrolled_at < ada.enrolled_at
    gallery.replace_photo(ada.id, make_photo())
    gallery.remove(ada.id)
    assert [person.name for person in gallery.people()] == ["Grace"]
