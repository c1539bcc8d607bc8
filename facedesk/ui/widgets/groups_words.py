"""Says what an evaluation by group found."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facedesk.ui.widgets.chart_axis import percent
from facedesk.ui.widgets.findings import Table
from facedesk.ui.widgets.number_words import fixed_words
from facedesk.ui.widgets.share_words import between, exact

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.evaluation.by_group import GroupRate

translate = QCoreApplication.translate


def groups_summary(rates: Sequence["GroupRate"]) -> str:
    """Return which group is confused most, in one sentence; none unless that is beyond chance."""
    everyone, *groups = rates
    clearly = [rate for rate in groups if rate.ratio and rate.interval[0] > everyone.rate]
    if not clearly:
        return translate(
            "GroupsWords",
            "With so many people, no group is shown to be confused more often than everyone.",
        )
    worst = max(clearly, key=lambda rate: rate.rate)
    text = translate(
        "GroupsWords",
        "People of the group “{group}” are taken for each other {ratio} times as often as people "
        "of all groups together.",
    )
    return text.format(group=worst.group, ratio=fixed_words(worst.ratio, 1))


def groups_table(rates: Sequence["GroupRate"]) -> Table:
    """Return the figures, a row for each group."""
    headings = (
        translate("GroupsWords", "Group"),
        translate("GroupsWords", "Taken for each other"),
        translate("GroupsWords", "Times everyone’s"),
        translate("GroupsWords", "People"),
        translate("GroupsWords", "Pairs"),
    )
    return Table(
        translate("GroupsWords", "Mistakes by group"),
        headings,
        tuple(
            (
                rate.group,
                f"{exact(rate.rate)} ({between(*rate.interval)})",
                "–" if rate.ratio is None else fixed_words(rate.ratio, 1),
                str(rate.photos),
                str(rate.pairs),
            )
            for rate in rates
        ),
    )


def groups_note(rates: Sequence["GroupRate"]) -> str:
    """Return how it was measured."""
    text = translate(
        "GroupsWords",
        "Pairs of two people of the same group, accepted where facedesk means to accept {rate} of "
        "pairs of two people. In brackets: where the figure would lie 95 times of 100 with other "
        "people of the same kind. Groups are what the folder calls them.",
    )
    return text.format(rate=percent(rates[0].wanted))
