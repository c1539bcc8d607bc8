from facedesk.matching.decision import NOBODY, Answer, Decision, Match
from facedesk.matching.steadiness import SteadyDecision
from facedesk.matching.thresholds import Thresholds

T = Thresholds(known=6.0, unsure=4.0, margin=1.0, tie=0.25)
ADA, BOB = 1, 2


def decision(answer: Answer, person_id: int = ADA, score: float = 7.0, runner_up: float = 0.0):
    other = BOB if person_id == ADA else ADA
    return Decision(
        answer,
        Match(person_id, str(person_id), score, 0.1),
        Match(other, str(other), runner_up, 0.3),
    )


def shown_after(*decisions):
    steady = SteadyDecision()
    for fresh in decisions:
        steady.update(fresh, T)
    return steady.shown


KNOWN = decision(Answer.KNOWN)


def test_nothing_is_shown_before_the_first_decision():
    assert SteadyDecision().shown is None


def test_the_first_decision_is_shown_at_once():
    assert shown_after(KNOWN) == KNOWN


def test_a_known_face_stays_known_while_its_score_dips_into_the_unsure_band():
    shown = shown_after(KNOWN, decision(Answer.UNSURE, score=4.5))
    assert shown.answer is Answer.KNOWN
    assert shown.match.score == 4.5


def test_two_bad_decisions_do_not_take_a_name_away():
    assert shown_after(KNOWN, NOBODY, NOBODY).answer is Answer.KNOWN


def test_three_bad_decisions_in_a_row_do():
    assert shown_after(KNOWN, NOBODY, NOBODY, NOBODY) == NOBODY


def test_a_good_decision_in_between_begins_the_count_anew():
    assert shown_after(KNOWN, NOBODY, NOBODY, KNOWN, NOBODY, NOBODY).answer is Answer.KNOWN


def test_another_name_must_come_three_times():
    bob = decision(Answer.KNOWN, BOB)
    assert shown_after(KNOWN, bob, bob).match.person_id == ADA
    assert shown_after(KNOWN, bob, bob, bob).match.person_id == BOB


def test_a_runner_up_that_draws_level_counts_as_disagreement():
    tie = decision(Answer.UNKNOWN, score=7.0, runner_up=6.9)
    assert shown_after(KNOWN, tie, tie, tie).answer is Answer.UNKNOWN


def test_what_was_not_certain_changes_at_once():
    assert shown_after(decision(Answer.UNSURE), NOBODY) == NOBODY


def test_forgetting_shows_nothing_again():
    steady = SteadyDecision()
    steady.update(KNOWN, T)
    steady.forget()
    assert steady.shown is None


def test_a_name_that_another_face_is_known_by_now_is_not_kept():
    steady = SteadyDecision()
    steady.update(KNOWN, T)
    unknown = decision(Answer.UNKNOWN, BOB, score=1.0)
    assert steady.update(unknown, T, named={BOB}) == KNOWN
    assert steady.update(unknown, T, named={ADA}) == unknown


def test_a_face_that_is_itself_known_keeps_its_name():
    steady = SteadyDecision()
    steady.update(KNOWN, T)
    assert steady.update(KNOWN, T, named={ADA}) == KNOWN
