from datetime import date

import numpy as np
import pytest

from facedesk.encoder.template import unit
from facedesk.errors import NobodyToCompare, TooFewPeople
from facedesk.evaluation import train_heads as training
from facedesk.evaluation.head_figures import figures_of
from facedesk.evaluation.train_heads import train_heads
from facedesk.evaluation.training_pairs import training_pairs
from facedesk.matching.cohort import cohort_of
from facedesk.matching.heads import read_head, save_head
from facedesk.matching.pairs import Form

TODAY = date(2026, 1, 2)


def people(count, seed, photos=3, spread=0.6):
    """Photos of people who are told apart, but not always; and whose they are."""
    random = np.random.default_rng(seed)
    centres = np.repeat(random.standard_normal((count, 12)), photos, axis=0)
    vectors = unit(centres + spread * random.standard_normal(centres.shape))
    return vectors, [f"p{seed}-{i // photos:03}" for i in range(len(vectors))]


COHORT = cohort_of(people(200, 1, photos=1)[0], "e", "made up")


@pytest.fixture(scope="module")
def trained():
    return train_heads(*people(80, 2), COHORT, "made up", TODAY)


def test_there_is_a_head_for_each_form_and_the_lowest_log_loss_is_first(trained):
    assert {each.head.form for each in trained} == set(Form)
    losses = [each.figures.log_loss for each in trained]
    assert losses == sorted(losses)


def test_heads_say_what_they_come_from(trained):
    for each in trained:
        head = each.head
        assert (head.encoder_id, head.data_set, head.date) == ("e", "made up", "2026-01-02")
        assert (head.people, head.pairs) == (80, 80 * 3 * 21)
        assert len(head.weights) == (1 if head.form in (Form.DISTANCE, Form.SCORE) else 12)
        assert read_head(save_head(head)) == head


def test_the_same_photos_give_the_same_heads(trained):
    again = train_heads(*people(80, 2), COHORT, "made up", TODAY)
    assert again == trained


def test_the_figures_are_kept_with_people_who_had_no_share(trained):
    vectors, persons = people(150, 3)
    others = training_pairs(vectors, persons, COHORT)
    for each in trained:
        found = figures_of(each.head.logits(others.pairs), others.same)
        assert found.log_loss == pytest.approx(each.figures.log_loss, rel=0.3)
        assert found.calibration_error < 0.05


def test_the_groups_share_no_people_and_leave_nobody_out():
    vectors, persons = people(53, 4)
    groups = training._pairs_by_group(vectors, persons, COHORT)
    whose = {vector.tobytes(): person for vector, person in zip(vectors, persons, strict=True)}
    found = [{whose[v.tobytes()] for v in group.pairs.first} for group in groups]
    assert sum(len(each) for each in found) == len(set().union(*found)) == 53


def test_weights_tell_pairs_of_one_person_by_their_nearness(trained):
    weights = {each.head.form: each.head.weights for each in trained}
    assert weights[Form.DISTANCE][0] < 0 < weights[Form.SCORE][0]


def test_a_few_people_are_no_measurement():
    with pytest.raises(TooFewPeople, match=r"49 people.*at least 50"):
        train_heads(*people(49, 5), COHORT, "x", TODAY)


def test_nobody_with_several_photos_is_said_so():
    with pytest.raises(NobodyToCompare):
        train_heads(*people(60, 6, photos=1), COHORT, "x", TODAY)
