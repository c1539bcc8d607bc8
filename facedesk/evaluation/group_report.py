"""The report of an evaluation by group."""

from collections.abc import Sequence

from facedesk.evaluation.by_group import GroupRate
from facedesk.evaluation.groups import EVERYONE
from facedesk.evaluation.plots import bar_plot
from facedesk.evaluation.report import Plot, Section, Table, percent, span

NOTES = (
    "Only people of the same group are held against each other, which is harder than a mixture of "
    "all; “everyone” is that mixture, in this data set.",
    "Where files are named by age, gender and race, each photo counts as a person of its own: "
    "people with several photos make the rates too high. Age, gender and race are what the data "
    "set says they are.",
    "A data set that had a share in the cohort, as UTKFace had in the shipped one (without labels, "
    "as a sum over all), is not quite unseen.",
)


def group_sections(rates: Sequence[GroupRate]) -> list[Section]:
    """Return a table and a plot for each number of people enrolled, and each wanted rate."""
    kinds = dict.fromkeys((rate.people, rate.wanted) for rate in rates)
    return [_section([r for r in rates if (r.people, r.wanted) == kind]) for kind in kinds]


def _section(rates: Sequence[GroupRate]) -> Section:
    people, wanted = rates[0].people, rates[0].wanted
    name = "FAR" if people == 1 else "FPIR"
    rows = tuple(
        (
            rate.group,
            str(rate.photos),
            str(rate.pairs),
            percent(rate.rate, 3),
            span(rate.interval, 3),
            "unknown" if rate.ratio is None else f"{rate.ratio:.2f}",
        )
        for rate in rates
    )
    headings = ("Group", "Photos", "Pairs of two people", name, "95 % interval", "Ratio to all")
    plot = bar_plot(
        [rate.group for rate in rates],
        [100 * rate.rate for rate in rates],
        [(100 * rate.interval[0], 100 * rate.interval[1]) for rate in rates],
        f"{name} in %, at the threshold for {100 * wanted:g} %",
        100 * next((rate.rate for rate in rates if rate.group == EVERYONE), wanted),
    )
    enrolled = "one person" if people == 1 else f"{people} people of the group"
    return Section(
        f"{name} by group, {enrolled} enrolled, at the shipped threshold for {100 * wanted:g} %",
        NOTES,
        Table(headings, rows),
        (Plot(plot, "With 95 % intervals. The line: everyone."),),
    )
