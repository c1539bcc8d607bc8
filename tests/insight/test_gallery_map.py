"""Where everyone of a gallery sits, held against distances reckoned one by one."""

from datetime import datetime, timezone
from types import SimpleNamespace

import numpy as np
import pytest

from facedesk.encoder.template import unit
from facedesk.gallery.person import GalleryTemplates, OwnedTemplates, Person
from facedesk.insight import gallery_map as module
from facedesk.insight.gallery_map import gallery_map
from facedesk.matching.likeness import LookAlikes


def enrolled(vectors, owners=None):
    count = len(vectors) if owners is None else max(owners) + 1
    people = tuple(Person(7 + n, f"P{n}", datetime.now(timezone.utc), 1) for n in range(count))
    owners = np.arange(count) if owners is None else np.array(owners)
    nobody = OwnedTemplates(np.zeros((0, 0), np.float32), np.zeros(0, np.intp))
    return GalleryTemplates(1, people, OwnedTemplates(vectors, owners), nobody)


@pytest.fixture(autouse=True)
def close(monkeypatch):
    """The pairs of people who look alike, by their ids."""
    pairs = []
    monkeypatch.setattr(module, "look_alikes", lambda *_: iter(pairs))
    return pairs


def made(templates):
    return gallery_map(templates, SimpleNamespace(), lambda *_: None, lambda: False)


@pytest.fixture
def vectors():
    return unit(np.random.default_rng(2).normal(size=(12, 16)))


def test_the_nearest_is_the_nearest(vectors):
    found = made(enrolled(vectors))
    for index, (other, distance) in enumerate(found.nearest):
        apart = [((vectors[index] - each) ** 2).sum() for each in vectors]
        apart[index] = np.inf
        assert other == np.argmin(apart)
        assert distance == pytest.approx(min(apart), abs=1e-5)


def test_neighbours_come_nearest_first_without_oneself(vectors):
    found = made(enrolled(vectors)).neighbours(vectors[3], apart_from=3)
    order = np.argsort([((vectors[3] - each) ** 2).sum() for each in vectors])
    assert [index for index, _ in found] == order[1:6].tolist()


def test_a_person_with_looks_is_the_sum_of_them(vectors):
    found = made(enrolled(vectors[:3], owners=[0, 0, 1]))
    assert found.vectors[0] == pytest.approx(unit(vectors[0] + vectors[1]), abs=1e-6)
    assert len(found.map.places) == 2


def test_who_is_too_close_is_known_by_their_places(vectors, close):
    close.append(LookAlikes(7 + 4, "P4", 7 + 9, "P9", 5.0))
    found = made(enrolled(vectors))
    assert found.close == ((4, 9),)
    assert found.close_to(9) == {4}
    assert found.close_to(3) == set()


def test_a_single_person_has_nobody_near(vectors):
    found = made(enrolled(vectors[:1]))
    assert found.nearest == ()
    assert found.neighbours(vectors[0], apart_from=0) == []
    assert np.isfinite(found.map.places).all()


def test_it_can_be_ended(vectors):
    def end(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        gallery_map(enrolled(vectors), SimpleNamespace(), end, lambda: False)
