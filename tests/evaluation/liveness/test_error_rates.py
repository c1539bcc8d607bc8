"""APCER and BPCER, counted as ISO/IEC 30107-3 counts them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from facedesk.evaluation.liveness.error_rates import (
    FUSED,
    LOOKS,
    Share,
    log_odds_of,
    look_errors,
    word_shares,
)
from facedesk.liveness.answer import Evidence, Liveness, LivenessAnswer, Look


def test_an_interval_is_where_the_count_is_not_surprising():
    low, high = Share(3, 40, 40).interval
    assert binom.sf(2, 40, low) == pytest.approx(0.025)
    assert binom.cdf(3, 40, high) == pytest.approx(0.025)


def test_none_of_a_few_says_little():
    assert Share(0, 100, 100).interval == (0.0, pytest.approx(0.0362, abs=1e-4))
    assert Share(5, 5, 5).interval == (pytest.approx(0.4782, abs=1e-4), 1.0)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share_and_clips_of_one_source_widen_it(counted):
    count, of = counted
    own, shared = Share(count, of, of), Share(count, of, max(1, of // 5))
    low, high = own.interval
    assert low <= own.value <= high
    assert shared.interval[1] - shared.interval[0] >= high - low - 1e-9


def test_words_are_counted_by_kind(watched):
    live, flat = Liveness.LIVE, Liveness.FLAT
    clips = [
        watched("live", -4.0, "a", live),
        watched("live", 4.0, "b", flat),
        watched("print", 4.0, "a", flat),
        watched("print", 0.0, "b"),
        watched("print", -4.0, "c", live),
        watched("print", 4.0, "c", flat),
    ]
    by_kind = {each.kind: each for each in word_shares(clips, 3.0)}
    assert not by_kind["live"].attack
    assert by_kind["live"].live == by_kind["live"].flat == Share(1, 2, 2)
    prints = by_kind["print"]
    assert (prints.attack, prints.seconds) == (True, 3.0)
    assert (prints.live, prints.flat) == (Share(1, 4, 3), Share(2, 4, 3))
    assert prints.not_sure == Share(1, 4, 3)


def test_the_threshold_is_the_lowest_that_few_enough_of_the_living_exceed(watched):
    random = np.random.default_rng(3)
    living, printed = random.normal(-1, 1, 40), random.normal(1.5, 1, 60)
    clips = [watched("live", odds, f"l{row}") for row, odds in enumerate(living)]
    clips += [watched("print", odds, f"p{row}") for row, odds in enumerate(printed)]
    fused = look_errors(clips, 3.0, 0.05)[0]
    assert (fused.look, fused.told) == (FUSED, Share(100, 100, 100))
    assert fused.bpcer == Share(2, 40, 40)
    assert fused.threshold == np.sort(living)[-3]
    missed = sum(odds <= fused.threshold for odds in printed)
    assert fused.apcer == {"print": Share(missed, 60, 60)}


def test_each_look_has_its_own_errors_and_who_can_not_tell_counts_as_even(watched):
    def seen(geometry, clip):
        return Evidence(Look.GEOMETRY, geometry, 1.0), Evidence(Look.CLIP, clip, 1.0)

    clips = [watched("live", -2.0, str(n), evidence=seen(None, -2.0)) for n in range(20)]
    clips += [watched("print", 2.0, str(n), evidence=seen(None, 2.0)) for n in range(10)]
    clips += [watched("print", 2.0, str(n), evidence=seen(1.0, None)) for n in range(10, 20)]
    errors = {each.look: each for each in look_errors(clips, 3.0, 0.05)}
    assert tuple(errors) == LOOKS
    assert errors["geometry"].told == Share(10, 40, 20)
    assert errors["geometry"].apcer["print"] == Share(10, 20, 20)
    assert errors["clip"].apcer["print"] == Share(0, 20, 20)
    assert errors["signals"].apcer["print"] == Share(20, 20, 20)
    assert errors["signals"].told.count == 0


def test_what_was_said_last_counts(watched):
    clip = watched("live", 1.0)
    early, late = (1.0, clip.answers[0][1]), (2.0, LivenessAnswer(Liveness.FLAT, (), 2.0, 5.0))
    both = type(clip)("live", False, "a", (early, late))
    assert [both.after(time).liveness for time in (0.5, 1.9, 2.0, 9.0)] == [
        Liveness.NOT_SURE,
        Liveness.NOT_SURE,
        Liveness.FLAT,
        Liveness.FLAT,
    ]
    assert log_odds_of(FUSED, both.after(9.0)) == 5.0
