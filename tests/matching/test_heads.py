import json
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.template import unit
from facedesk.errors import ResourceMissing
from facedesk.matching.heads import Head, load_head, read_head, save_head
from facedesk.matching.pairs import Form, Pairs


def pairs_of(seed=1, count=20, dimensions=8):
    random = np.random.default_rng(seed)
    first, second = unit(random.standard_normal((2, count, dimensions)))
    distances = ((first - second) ** 2).sum(axis=1)
    return Pairs(first, second, distances, random.standard_normal(count).astype(np.float32))


def turned(pairs):
    return Pairs(pairs.second, pairs.first, pairs.distances, pairs.scores)


def head_of(form, weights, bias=0.5):
    return Head("e", form, tuple(weights), bias, "made up", 60, 900, "2026-01-02")


@pytest.mark.parametrize(
    ("form", "seen"),
    [
        (Form.DIFFERENCE, lambda a, b: abs(a - b)),
        (Form.CHI_SQUARE, lambda a, b: (a - b) ** 2 / (abs(a) + abs(b) + 1e-6)),
    ],
)
def test_element_wise_forms_see_each_number_of_both_templates(form, seen):
    pairs = pairs_of()
    for first, second, row in zip(pairs.first, pairs.second, pairs.seen_as(form), strict=True):
        expected = [seen(float(a), float(b)) for a, b in zip(first, second, strict=True)]
        np.testing.assert_allclose(row, expected, rtol=1e-9)


def test_the_other_forms_see_one_number():
    pairs = pairs_of()
    np.testing.assert_array_equal(pairs.seen_as(Form.DISTANCE)[:, 0], pairs.distances)
    np.testing.assert_array_equal(pairs.seen_as(Form.SCORE)[:, 0], pairs.scores)


def test_chi_square_is_finite_where_both_numbers_are_zero():
    zeros = np.zeros((1, 4), np.float32)
    pair = Pairs(zeros, zeros, np.zeros(1), np.zeros(1))
    np.testing.assert_array_equal(pair.seen_as(Form.CHI_SQUARE), zeros)


@pytest.mark.parametrize("form", list(Form))
@given(seed=st.integers(0, 1000))
def test_the_order_of_the_two_does_not_matter(form, seed):
    pairs = pairs_of(seed)
    np.testing.assert_array_equal(pairs.seen_as(form), turned(pairs).seen_as(form))


def test_a_part_of_the_pairs_sees_the_same():
    pairs, which = pairs_of(), np.array([3, 0, 7])
    for form in Form:
        np.testing.assert_array_equal(pairs.part(which).seen_as(form), pairs.seen_as(form)[which])


def test_the_probability_is_the_logistic_function_of_what_is_seen():
    pairs, weights = pairs_of(), np.random.default_rng(2).standard_normal(8)
    head = head_of(Form.DIFFERENCE, weights.tolist())
    for number, p in enumerate(head.probabilities(pairs)):
        apart = np.abs(pairs.first[number].astype(float) - pairs.second[number])
        assert p == pytest.approx(1 / (1 + math.exp(-(float(weights @ apart) + 0.5))))


def test_extreme_odds_are_no_overflow():
    pairs = replace(pairs_of(count=2), scores=np.array([-1e6, 1e6]))
    assert head_of(Form.SCORE, [3.0]).probabilities(pairs).tolist() == [0, 1]


def test_a_head_survives_its_file():
    for form, weights in ((Form.SCORE, [0.1]), (Form.CHI_SQUARE, [1 / 3, -2e-9])):
        head = head_of(form, weights)
        assert read_head(save_head(head)) == head


def test_the_shipped_head_belongs_to_the_default_encoder_and_names_its_data():
    head = load_head(ENCODER_ID)
    assert head.encoder_id == ENCODER_ID
    assert head.data_set
    assert head.people > 1000
    assert head.pairs > 10_000


def test_with_the_shipped_head_one_and_the_same_picture_is_almost_certain_and_strangers_are_not():
    same = np.eye(1, 128, dtype=np.float32)
    alike = Pairs(same, same, np.zeros(1), np.full(1, 13.0))
    unlike = Pairs(same, -same, np.full(1, 4.0), np.full(1, -13.0))
    head = load_head(ENCODER_ID)
    assert head.probabilities(alike)[0] > 0.999
    assert head.probabilities(unlike)[0] < 0.001


@pytest.mark.parametrize("contents", [b"", b"[]", b"{}", b'{"form": "guess"}'])
def test_a_damaged_head_is_said_so(monkeypatch, contents):
    monkeypatch.setattr("facedesk.resources.read", lambda name: contents)
    with pytest.raises(ResourceMissing, match=r"heads/e\.json"):
        load_head("e")


def test_an_encoder_without_a_head_is_said_so():
    with pytest.raises(ResourceMissing):
        load_head("no-such-encoder")


def test_the_file_is_readable_json():
    assert json.loads(save_head(head_of(Form.SCORE, [2.0])))["form"] == "score"
