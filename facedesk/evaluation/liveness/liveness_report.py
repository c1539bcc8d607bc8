"""The report of what the answers about living faces are worth."""

from collections.abc import Sequence

from facedesk.evaluation.liveness.error_rates import LookErrors, Share, WordShares
from facedesk.evaluation.liveness.measured_clips import Measured
from facedesk.evaluation.plots import line_plot
from facedesk.evaluation.report import Plot, Section, Table, percent, span

_HOW = (
    "APCER is the share of the attacks of one kind that is taken for a living face, BPCER the "
    "share of living faces that is taken for an attack (ISO/IEC 30107-3).",
    "In brackets: 95 % intervals (Clopper and Pearson), counted as if there were one clip of each "
    "person or face.",
)
_WORDS = (
    "What was said by the time limit, with the thresholds that are shipped. An attack that is "
    "called Live counts towards APCER, a living face that is called Flat towards BPCER. Not sure "
    "is neither: where liveness is required it is kept out, so that the living faces that are not "
    "called Live are those who would have to wait or to try again."
)
_THRESHOLD = (
    "Without words, and without Not sure: whatever reaches a threshold counts as flat. Each row "
    "has its own threshold, at which BPCER is {rate} on these very clips, or just below. Where a "
    "look can't tell anything, it counts as even odds."
)


def liveness_sections(measured: Sequence[Measured]) -> list[Section]:
    """Return tables and plots. measured: each sort of clips; they are never mixed."""
    return [section for each in measured for section in _sections(each)]


def _sections(measured: Measured) -> list[Section]:
    limit = f"after {measured.seconds:g} s"
    sections = [
        Section(
            f"{measured.clips}: what was said {limit}",
            (measured.about, *_HOW, _WORDS),
            _table_of_words(measured.at_limit),
        ),
        Section(
            f"{measured.clips}: each look alone, and all of them, {limit}",
            (_THRESHOLD.format(rate=percent(measured.bpcer, 0)),),
            _table_of_looks(measured.looks),
        ),
    ]
    if len(measured.words) > 1:
        sections.append(_over_time(measured))
    return sections


def _table_of_words(words: Sequence[WordShares]) -> Table:
    rows = tuple(
        (
            each.kind,
            *(_counted(share) for share in (each.live, each.flat, each.not_sure)),
            f"APCER {percent(each.live.value, 1)}"
            if each.attack
            else f"BPCER {percent(each.flat.value, 1)}",
        )
        for each in words
    )
    return Table(("Before the camera", "Live", "Flat", "Not sure", "Error"), rows)


def _table_of_looks(looks: Sequence[LookErrors]) -> Table:
    kinds = tuple(looks[0].apcer)
    rows = tuple(
        (
            each.look,
            _counted(each.told),
            f"{each.threshold:.2f}",
            _counted(each.bpcer),
            *(_counted(each.apcer[kind]) for kind in kinds),
        )
        for each in looks
    )
    headings = tuple(f"APCER, {kind}" for kind in kinds)
    return Table(("Look", "Could tell", "Threshold, log-odds", "BPCER", *headings), rows)


def _over_time(measured: Measured) -> Section:
    moments = [words[0].seconds for words in measured.words]
    lines = {}
    for row, first in enumerate(measured.words[0]):
        right = "called Flat" if first.attack else "called Live"
        shares = [
            (words[row].flat if first.attack else words[row].live).value for words in measured.words
        ]
        lines[f"{first.kind}: {right}"] = (moments, shares)
    plot = line_plot(lines, "seconds watched", "share of the clips")
    caption = "How many are called what they are, the longer they are watched."
    return Section(f"{measured.clips}: over time", plots=(Plot(plot, caption),))


def _counted(share: Share) -> str:
    return f"{percent(share.value, 1)} {span(share.interval, 1)} ({share.count} of {share.of})"
