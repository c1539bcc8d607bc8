from datetime import datetime, timezone

import numpy as np
import pytest
from crowd import crowd, near

from facedesk.gallery.person import GalleryTemplates, OwnedTemplates, Person
from facedesk.insight.gallery_map import gallery_map
from facedesk.live.knowledge import load_knowledge

NOON = datetime(2026, 5, 4, 12, tzinfo=timezone.utc)


@pytest.fixture(scope="module")
def knowledge():
    from facedesk.encoder.encoder_id import ENCODER_ID

    return load_knowledge(ENCODER_ID)


def enrolled(vectors):
    """A person for each vector; ids are not the indices."""
    people = tuple(Person(id + 10, f"Person {id}", NOON, 1) for id in range(len(vectors)))
    nothing = OwnedTemplates(np.zeros((0, 0), np.float32), np.zeros(0, np.intp))
    return GalleryTemplates(1, people, OwnedTemplates(vectors, np.arange(len(people))), nothing)


@pytest.fixture
def made(knowledge):
    """Eight people like those of the cohort, of whom the last looks like the first."""
    people = knowledge.cohort.templates[:7000:1000]
    people = np.concatenate([people, near(people[:1], 0.001)])
    gallery = enrolled(people)
    recognition = knowledge.recognition_of(gallery)
    return gallery_map(gallery, recognition, lambda *_: None, lambda: False)


def test_those_too_much_alike_are_marked(made):
    assert (0, 7) in made.close
    assert 7 in made.close_to(0)


def test_everyone_has_neighbours_and_is_not_among_them(made):
    assert next(other for other, _ in made.nearest) == 7
    assert len(made.nearest) == 8
    near = made.neighbours(made.vectors[0], apart_from=0)
    assert (near[0][0], len(near)) == (7, 5)
    assert near[0][1] == pytest.approx(((made.vectors[0] - made.vectors[7]) ** 2).sum(), abs=1e-5)
    assert 0 not in [other for other, _ in near]


def test_somebody_alone_has_no_neighbour(knowledge):
    gallery = enrolled(crowd(1, 128))
    made = gallery_map(gallery, knowledge.recognition_of(gallery), lambda *_: None, lambda: False)
    assert (made.close, made.nearest, made.neighbours(made.vectors[0], 0)) == ((), (), [])


def test_whoever_is_told_of_progress_can_end_it(knowledge):
    gallery = enrolled(crowd(9, 128))

    def stop(_done, _total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        gallery_map(gallery, knowledge.recognition_of(gallery), stop, lambda: False)
