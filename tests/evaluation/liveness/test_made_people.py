"""Clips of each kind are made of the people of a folder."""

import numpy as np
import pytest
from PIL import Image

from facedesk.capture.labelled_photos import labelled_photos
from facedesk.errors import TooFewPeople
from facedesk.evaluation.liveness.made_people import (
    PICTURES_PER_SECOND,
    sitters_of,
    watch_made_clips,
)
from facedesk.liveness.made.kinds import Kind


@pytest.fixture(scope="module")
def folder(tmp_path_factory, astronaut, admiral):
    """Eileen, whose first photo is too close; Grace; and somebody whom no photo shows."""
    folder = tmp_path_factory.mktemp("people")
    pictures = {
        "Eileen/1.jpg": astronaut[70:190, 165:285],
        "Eileen/2.jpg": astronaut,
        "Grace/1.jpg": admiral,
        "Nobody/1.jpg": np.zeros((90, 90, 3), np.uint8),
    }
    for name, picture in pictures.items():
        (folder / name).parent.mkdir(exist_ok=True)
        Image.fromarray(picture).save(folder / name, quality=95)
    (folder / "Nobody" / "2.jpg").write_text("no picture")
    return folder


@pytest.fixture(scope="module")
def sitters(folder, models):
    return sitters_of(labelled_photos(folder), 10, 1, models)


def test_everyone_whose_head_a_photo_shows_takes_part(sitters, astronaut):
    by_name = {sitter.person: sitter.face for sitter in sitters}
    assert sorted(by_name) == ["Eileen", "Grace"]
    assert by_name["Eileen"].image.shape == astronaut.shape


def test_one_person_is_too_few(folder, models):
    photos = [photo for photo in labelled_photos(folder) if photo.person != "Grace"]
    with pytest.raises(TooFewPeople):
        sitters_of(photos, 10, 1, models)


def test_there_is_a_clip_of_each_kind_of_everyone(sitters, looks):
    told = []
    done = list(watch_made_clips(sitters, 5, looks, [0.2], lambda *how: told.append(how)))
    people = [sitter.person for sitter in sitters]
    assert [(each.source, each.kind) for each in done] == [
        (person, kind.value) for person in people for kind in Kind
    ]
    assert [each.attack for each in done] == [False, True, True, True] * 2
    assert all([time for time, _ in each.answers] == [0.2] for each in done)
    assert told == [(number, 8) for number in range(1, 9)]
    pictures = round(0.2 * PICTURES_PER_SECOND)
    assert {source.seen for sources in looks.begun for source in sources} == {pictures}


def test_the_seed_makes_the_clips(sitters, looks):
    def odds(seed):
        watched = watch_made_clips(sitters[:1], seed, looks, [0.1], lambda *_: None)
        return [each.answers[0][1].flat for each in watched]

    assert odds(5) == odds(5) != odds(6)
