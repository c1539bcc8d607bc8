from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from facedesk import errors
from facedesk.capture.unusable import Unusable
from facedesk.evaluation.by_group import GroupRate
from facedesk.evaluation.curves import Curve
from facedesk.evaluation.evaluation import Evaluation
from facedesk.evaluation.openset import OpenSetResult
from facedesk.evaluation.plan import GroupsPlan, RecognitionPlan, VerificationPlan
from facedesk.evaluation.reliability import Reliability, ReliabilityBin
from facedesk.evaluation.verification_protocol import PairFigures, VerificationResult
from facedesk.ui.widgets.evaluation_words import findings_of
from facedesk.ui.widgets.share_words import between, exact, of_hundred

SUBJECT = SimpleNamespace(cohort=SimpleNamespace(encoder_id="net-1"))
RELIABILITY = Reliability((ReliabilityBin(0.1, 0.2, 0.5, 90), ReliabilityBin(0.5, 1.0, 0.1, 1)))
CURVE = Curve(np.array([0.01, 1.0]), np.array([0.8, 1.0]))


def recognised(people, named=0.011, right=0.873):
    figures = {
        "rank1": 0.99,
        "dir_at_shipped_threshold": right,
        "wrong_at_shipped_threshold": 0.0021,
        "fpir_at_shipped_threshold": named,
    }
    return OpenSetResult(
        people=people,
        repeats=10,
        mates=200,
        strangers=400,
        dir={"0.01": 0.85},
        fnir={"0.01": 0.15},
        interval=(0.8, 0.9),
        intervals={name: (value - 0.002, value + 0.002) for name, value in figures.items()},
        curve=CURVE,
        **figures,
    )


def recognition(*results, unusable=()):
    plan = RecognitionPlan(Path("/photos"), (10,), 0.01)
    return findings_of(Evaluation(plan, SUBJECT, 600, 450, tuple(unusable), recognition=results))


def verification():
    figures = PairFigures(0.991, 0.004, {"0.01": 0.98, "0.001": 0.9}, CURVE, CURVE)
    result = VerificationResult(600, 10, (), {"score": figures, "distance": figures}, RELIABILITY)
    plan = VerificationPlan(Path("/photos"))
    return findings_of(Evaluation(plan, SUBJECT, 600, 450, (), verification=result))


def test_the_largest_gallery_is_summed_up_in_a_sentence():
    assert recognition(recognised(10, right=0.99), recognised(100)).summary == (
        "With 100 people enrolled: of 100 strangers, about 1 is given a name; of 100 photos of "
        "enrolled people, about 87 are named rightly."
    )


def test_nobody_and_hardly_anybody_are_said_so():
    assert "of 100 strangers, none is given a name" in recognition(recognised(9, 0.0)).summary
    assert "strangers, fewer than 1 is given" in recognition(recognised(9, 0.004)).summary


def test_there_is_a_line_for_each_gallery_with_a_mark_where_facedesk_decides():
    (chart,) = recognition(recognised(10), recognised(100)).charts
    assert [line.name for line in chart.lines] == ["10 people enrolled", "100 people enrolled"]
    assert chart.lines[1].mark == (0.011, 0.873)
    assert chart.log_x


def test_the_table_has_the_figures_with_their_intervals():
    table = recognition(recognised(10), recognised(100)).table
    assert [row[0] for row in table.rows] == ["10", "100"]
    assert table.rows[1][1:4] == (
        "87.3 % (87.1 … 87.5)",
        "0.21 % (0.01 … 0.41)",
        "1.10 % (0.90 … 1.30)",
    )
    assert table.text.splitlines()[0].startswith("People enrolled\tNamed rightly\t")


def test_photos_that_could_not_be_used_are_counted_by_reason():
    unusable = [Unusable(Path(f"{n}.jpg"), errors.NoFace()) for n in range(3)]
    unusable.append(Unusable(Path("x.jpg"), errors.NotAnImage()))
    note = recognition(recognised(10), unusable=unusable).notes[-1]
    assert note.startswith("Photos that could not be used: 4\n3 × No face was found.")
    assert "\n1 × This file is not a picture." in note


def test_notes_say_what_it_was_measured_on():
    notes = "\n".join(recognition(recognised(10)).notes)
    assert "600 photos of 450 people in /photos" in notes
    assert "net-1" in notes
    assert "1 % of strangers were accepted" in notes


def test_verification_is_summed_up_and_has_both_curves():
    found = verification()
    assert found.summary == (
        "Of 100 pairs of photos, about 99 are told rightly as one person or two. If 1 of 100 "
        "pairs of two people may be accepted, about 98 of 100 pairs of one person are."
    )
    assert [chart.title for chart in found.charts] == [
        "What is accepted (ROC)", "Both mistakes (DET)", "Is the probability right?"
    ]  # fmt: skip
    assert found.charts[2].lines[0].y == pytest.approx([0.2])
    assert found.table.rows[0] == (
        "Score, as facedesk does", "99.1 % ± 0.4", "98.0 %", "90.0 %", "600"
    )  # fmt: skip


def grouped(*rates):
    plan = GroupsPlan(Path("/photos"))
    return findings_of(Evaluation(plan, SUBJECT, 600, 450, (), groups=rates))


def rate_of(group, rate, ratio):
    return GroupRate(group, 300, 44850, 1, 0.001, rate, (rate / 2, rate * 2), ratio)


def test_the_group_that_is_confused_most_is_named():
    found = grouped(
        rate_of("everyone", 0.001, 1.0), rate_of("adults", 0.002, 2.0), rate_of("kids", 0.03, 30.0)
    )
    assert found.summary.startswith(
        "People of the group “kids” are taken for each other 30.0 times"
    )
    assert found.table.rows[2] == ("kids", "3.00 % (1.50 … 6.00)", "30.0", "300", "44850")
    assert found.charts == ()
    assert "0.1 % of pairs of two people" in found.notes[0]


def test_a_group_that_may_be_confused_more_often_by_chance_only_is_not_named():
    found = grouped(rate_of("everyone", 0.001, 1.0), rate_of("kids", 0.0015, 1.5))
    assert found.summary.startswith("With so many people, no group is shown to be confused")


def test_groups_that_are_never_confused_are_said_so():
    found = grouped(rate_of("everyone", 0.0, None), rate_of("kids", 0.0, None))
    assert found.summary.startswith("With so many people, no group is shown to be confused")
    assert found.table.rows[1][2] == "–"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "none"),
        (0.001, "fewer than 1"),
        (0.012, "about 1"),
        (0.874, "about 87"),
        (0.997, "more than 99"),
        (1, "about 100"),
    ],
)
def test_shares_are_said_as_so_many_of_a_hundred(share, words):
    assert of_hundred(share) == words


def test_small_shares_have_more_digits_in_the_table():
    assert [exact(share) for share in (0.00213, 0.0999, 0.1, 1)] == [
        "0.21 %", "9.99 %", "10.0 %", "100.0 %"
    ]  # fmt: skip
    assert between(0.001, 0.12) == "0.10 … 12.0"
