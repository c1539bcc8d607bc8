"""One word from several pieces of evidence, said with care."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.liveness.answer import Doubt, Evidence, Liveness, Look
from facedesk.liveness.fusion import FUSION, Fusion, FusionSettings, log_odds

odds = st.one_of(st.none(), st.floats(-50, 50))
shares = st.floats(0, 1)
any_evidence = st.lists(st.builds(Evidence, st.sampled_from(Look), odds, shares), max_size=3)


def geometry(flat, enough=1.0):
    return Evidence(Look.GEOMETRY, flat, enough)


def clip(flat, enough=1.0):
    return Evidence(Look.CLIP, flat, enough)


def test_log_odds_are_weighted_and_added():
    settings = FusionSettings(
        weights={Look.GEOMETRY: 2.0, Look.CLIP: 1.0, Look.SIGNALS: 1.0}, prior=0.5
    )
    assert log_odds([geometry(1.0), clip(-3.0, enough=0.5)], settings) == 0.5 + 2.0 - 1.5


def test_who_has_nothing_to_say_counts_nothing():
    assert log_odds([geometry(None), clip(2.0)]) == log_odds([clip(2.0)])
    assert log_odds([geometry(None)]) is None
    assert log_odds([]) is None


@pytest.mark.parametrize("flat", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_counts_nothing(flat):
    assert log_odds([geometry(flat), clip(2.0)]) == log_odds([clip(2.0)])
    assert Fusion().answer([geometry(flat)], 4.0, None).liveness is Liveness.NOT_SURE


@given(any_evidence)
def test_no_look_decides_against_all_others(evidence):
    total = log_odds(evidence)
    most = sum(FUSION.weights.values()) * FUSION.limit * 3 + abs(FUSION.prior)
    assert total is None or abs(total) <= most


@given(any_evidence, st.floats(0, 100), st.sampled_from([None, *Doubt]))
def test_who_is_not_sure_says_why(evidence, seconds, doubt):
    answer = Fusion().answer(evidence, seconds, doubt)
    assert (answer.liveness is Liveness.NOT_SURE) == (answer.doubt is not None)


@given(any_evidence, st.sampled_from(list(Doubt)))
def test_poor_pictures_make_nobody_sure(evidence, doubt):
    answer = Fusion().answer(evidence, 10.0, doubt)
    assert (answer.liveness, answer.doubt) == (Liveness.NOT_SURE, doubt)


@pytest.mark.parametrize(
    ("flat", "word"),
    [(4.0, Liveness.FLAT), (-4.0, Liveness.LIVE), (0.0, Liveness.NOT_SURE)],
)
def test_the_sum_decides_which_word_it_is(flat, word):
    assert Fusion().answer([clip(flat), geometry(flat)], 5.0, None).liveness is word


def test_nothing_is_said_before_it_was_looked_at_for_long_enough():
    answer = Fusion().answer([clip(-6.0)], FUSION.least_s - 0.1, None)
    assert (answer.liveness, answer.doubt) == (Liveness.NOT_SURE, Doubt.SHORT)


def test_nothing_is_said_of_who_has_hardly_moved():
    answer = Fusion().answer([geometry(-6.0, enough=0.2)], 5.0, None)
    assert (answer.liveness, answer.doubt) == (Liveness.NOT_SURE, Doubt.STILL)


def test_a_word_does_not_flicker_about_its_threshold():
    settings = FusionSettings()
    fusion = Fusion(settings)
    just = settings.live_to - 0.01
    assert fusion.answer([clip(just)], 5.0, None).liveness is Liveness.LIVE
    assert fusion.answer([clip(just + 0.5)], 5.1, None).liveness is Liveness.LIVE
    gone = settings.live_to + settings.back + 0.01
    assert fusion.answer([clip(gone)], 5.2, None).liveness is Liveness.NOT_SURE
    assert fusion.answer([clip(just + 0.5)], 5.3, None).liveness is Liveness.NOT_SURE


def test_who_sits_still_stays_what_they_were_found_to_be():
    fusion = Fusion()
    fusion.answer([geometry(-5.0)], 5.0, None)
    assert fusion.answer([geometry(None, enough=0.1)], 9.0, None).liveness is Liveness.LIVE


def test_what_turns_out_to_be_flat_is_called_so():
    fusion = Fusion()
    fusion.answer([geometry(-5.0)], 5.0, None)
    assert fusion.answer([geometry(5.0), clip(1.0)], 8.0, None).liveness is Liveness.FLAT
