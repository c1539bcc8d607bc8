import pytest
from challenge_stage import state

from facedesk.liveness.answer import Doubt, Evidence, Liveness, LivenessAnswer, Look
from facedesk.liveness.challenge.movement import Movement
from facedesk.liveness.challenge.state import Failure, Outcome
from facedesk.ui.widgets.challenge_words import asked_words, how_words, left_words, step_words
from facedesk.ui.widgets.liveness_words import (
    LIVENESS_ICONS,
    answer_reason,
    evidence_words,
    liveness_words,
)


def said(*evidence, liveness=Liveness.NOT_SURE, doubt=Doubt.STILL):
    return LivenessAnswer(liveness, evidence, 4.0, None, doubt)


def of(look, flat, enough=1.0, **numbers):
    """What is said of one look."""
    words = evidence_words(said(Evidence(look, flat, enough, numbers)))
    return words[list(Look).index(look)]


class TestAnswers:
    def test_each_has_words_and_an_icon_of_its_own(self):
        assert [liveness_words(each) for each in Liveness] == ["Live", "Looks flat", "Not sure yet"]
        assert len(set(LIVENESS_ICONS.values())) == len(Liveness)

    @pytest.mark.parametrize("doubt", Doubt)
    def test_each_doubt_has_a_sentence(self, doubt):
        assert answer_reason(said(doubt=doubt)).endswith(".")

    def test_too_little_movement_says_what_to_do(self):
        assert answer_reason(said()) == "Not enough movement yet: turn your head a little."

    def test_each_look_says_what_it_has_found_so_far(self):
        words = evidence_words(said(Evidence(Look.GEOMETRY, -3.0, 1.0, {"turned_degrees": 14.2})))
        assert [f"{each.look}: {each.sentence}" for each in words] == [
            "How it moves: It moves as something solid does. The head has turned by 14°.",
            "The clip network: Still watching.",
            "Blinks and pulse: Still watching.",
        ]


class TestEvidence:
    def test_log_odds_become_a_place_on_a_scale_that_ends(self):
        assert of(Look.CLIP, -2.0).leaning == 0.5
        assert of(Look.CLIP, 2.0).leaning == -0.5
        assert of(Look.CLIP, 40.0).leaning == -1.0
        assert of(Look.CLIP, None).leaning is None

    @pytest.mark.parametrize("look", Look)
    def test_each_look_has_words_of_its_own_for_live_for_flat_and_for_neither(self, look):
        found = {of(look, flat).sentence for flat in (-3.0, 3.0, 0.1)}
        assert len(found) == 3

    def test_who_watched_long_enough_without_a_result_does_not_watch_still(self):
        assert of(Look.SIGNALS, None, 0.5).sentence == "Still watching."
        assert of(Look.SIGNALS, None, 1.0).sentence == "Eyes and skin do not tell yet."

    @pytest.mark.parametrize(
        ("numbers", "sentence"),
        [
            ({"blinks": 0.0}, "No blink was seen."),
            ({"blinks": 1.0}, "One blink was seen."),
            ({"blinks": 3.0}, "3 blinks were seen."),
            ({"pulse_probability": 0.95}, "The colour of the skin seems to carry a pulse."),
            ({"pulse_probability": 0.5}, "No pulse is to be seen."),
        ],
    )
    def test_numbers_are_said_in_sentences(self, numbers, sentence):
        assert of(Look.SIGNALS, -1.0, **numbers).sentence.endswith(sentence)

    @pytest.mark.parametrize(
        ("points", "along", "still", "sentence"),
        [
            (9.0, 0.9, 0.0, "It moves as something flat does. What is beside it moves along."),
            (9.0, 0.1, 0.8, "It moves as something flat does. What is beside it stands still."),
            (9.0, 0.4, 0.4, "It moves as something flat does."),
            (1.0, 1.0, 0.0, "It moves as something flat does."),
        ],
    )
    def test_what_is_beside_a_face_counts_where_enough_of_it_was_seen(
        self, points, along, still, sentence
    ):
        numbers = {"points_beside": points, "beside_with_face": along, "beside_still": still}
        assert of(Look.GEOMETRY, 3.0, **numbers).sentence == sentence

    def test_what_was_not_seen_is_said_only_after_a_long_enough_look(self):
        early = of(Look.SIGNALS, None, 0.3, blinks=0.0, pulse_probability=0.4).sentence
        assert early == "Still watching."
        seen = of(Look.SIGNALS, -0.8, 0.3, blinks=1.0, pulse_probability=0.4).sentence
        assert seen == "Eyes and skin look alive. One blink was seen."

    def test_they_come_in_the_same_order_whatever_was_asked_first(self):
        first = Evidence(Look.SIGNALS, -1.0, 1.0), Evidence(Look.GEOMETRY, 2.0, 1.0)
        names = [words.look for words in evidence_words(said(*first))]
        assert names == ["How it moves", "The clip network", "Blinks and pulse"]


class TestChallenges:
    def test_left_is_the_users_own_left(self):
        doing = state(Outcome.DOING, Movement.TURN_LEFT)
        assert asked_words(doing) == "Turn your head to your left"
        assert how_words(doing) == "As if to look at your left shoulder."

    @pytest.mark.parametrize("step", Movement)
    def test_nobody_is_told_beforehand_what_comes(self, step):
        waiting = state(Outcome.WAITING_FOR_NEUTRAL, step)
        assert asked_words(waiting) == "Look straight ahead"
        assert asked_words(state(Outcome.DOING, step)) != "Look straight ahead"

    @pytest.mark.parametrize("failure", Failure)
    def test_each_failure_says_why(self, failure):
        failed = state(Outcome.FAILED, failure=failure)
        assert asked_words(failed) == "Not passed"
        assert how_words(failed).endswith(".")

    @pytest.mark.parametrize(("step", "said"), [(Movement.TURN_LEFT, True), (Movement.NOD, False)])
    def test_whose_left_is_meant_is_said_to_who_turned_the_wrong_way(self, step, said):
        failed = state(Outcome.FAILED, step, failure=Failure.WRONG_MOVEMENT)
        assert how_words(failed).endswith("Left and right are your own.") is said

    def test_step_and_time_are_counted_for_people(self):
        assert step_words(state(Outcome.DOING)) == "Step 2 of 3"
        assert left_words(state(Outcome.DOING)) == "5 s left"
        assert left_words(state(Outcome.DOING, seconds_left=0.0)) == "0 s left"
