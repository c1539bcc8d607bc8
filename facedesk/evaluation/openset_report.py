"""The report of an open-set evaluation."""

from collections.abc import Sequence

from facedesk.evaluation.openset import OpenSetResult
from facedesk.evaluation.plots import curve_plot
from facedesk.evaluation.report import Plot, Section, Table, percent, span
from facedesk.evaluation.steps import StepResult

_HOW = (
    "People are enrolled with one photo each. Their other photos are the mates; people with a "
    "single photo who are not enrolled are the strangers. FPIR is the share of strangers who are "
    "given a name, DIR the share of mates who are given their own, FNIR the share of mates who "
    "are not.",
    "At a given FPIR, at most that share of the strangers is named: where there are fewer than "
    "1/FPIR of them, nobody.",
    "In brackets: 95 % intervals from 300 bootstrap samples, for which people (the same in all "
    "draws) and draws of galleries are drawn again with replacement.",
)


def openset_sections(
    results: Sequence[OpenSetResult], steps: Sequence[StepResult]
) -> list[Section]:
    """Return tables and plots. results: one per gallery size; steps: one per size and step."""
    sections = []
    if results:
        sections += [_at_rates(results), _as_shipped(results)]
    sections += [_steps(steps, size) for size in dict.fromkeys(step.people for step in steps)]
    return sections


def _at_rates(results: Sequence[OpenSetResult]) -> Section:
    rates = list(results[0].dir)
    headings = ("People enrolled", "Rank 1")
    headings += tuple(f"{name} at FPIR {rate}" for rate in rates for name in ("DIR", "FNIR"))
    rows = []
    for result in results:
        row = [str(result.people), percent(result.rank1)]
        for rate in rates:
            found = percent(result.dir[rate])
            row += [f"{found} {span(result.intervals[f'dir {rate}'])}", percent(result.fnir[rate])]
        rows.append((*row, str(result.mates), str(result.strangers)))
    plot = curve_plot(
        {f"{result.people} people": result.curve for result in results},
        "FPIR: strangers given a name",
        "DIR: mates given their own",
        {
            f"{result.people} people": (
                max(result.fpir_at_shipped_threshold, result.curve.x[0]),
                result.dir_at_shipped_threshold,
            )
            for result in results
        },
    )
    return Section(
        "Found, and not taken for somebody",
        _HOW,
        Table((*headings, "Mates", "Strangers"), tuple(rows)),
        (Plot(plot, "The dots: what facedesk decides, with the shipped thresholds."),),
    )


def _as_shipped(results: Sequence[OpenSetResult]) -> Section:
    names = ("dir_at_shipped_threshold", "wrong_at_shipped_threshold", "fpir_at_shipped_threshold")
    rows = tuple(
        (
            str(result.people),
            *(f"{percent(getattr(result, name))} {span(result.intervals[name])}" for name in names),
            str(result.repeats),
        )
        for result in results
    )
    headings = (
        "People enrolled",
        "Mates named rightly",
        "Mates named wrongly",
        "Strangers named",
        "Draws",
    )
    text = "The very decision of the live view, for each probe as if it were alone in the picture."
    return Section("At the shipped thresholds", (text,), Table(headings, rows))


def _steps(steps: Sequence[StepResult], size: int) -> Section:
    own = [step for step in steps if step.people == size]
    rates = list(own[0].dir)
    rows = tuple(
        (
            step.step,
            percent(step.rank1),
            *(percent(step.dir[rate]) for rate in rates),
            span(step.interval),
        )
        for step in own
    )
    headings = ("Step", "Rank 1", *(f"DIR at FPIR {rate}" for rate in rates))
    text = "Each row keeps all rows above it. The galleries are the same for all."
    return Section(
        f"What each step is worth, {size} people",
        (text,),
        Table((*headings, f"95 % interval at {rates[0]}"), rows),
    )
