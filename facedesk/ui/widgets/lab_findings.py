"""What came of a training, in words and figures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from facedesk.training.facts import TrainingFacts
from facedesk.ui.widgets.findings import Table
from facedesk.ui.widgets.lab_words import first_and_best, percent_of

if TYPE_CHECKING:
    from facedesk.ui.comparing import Comparison

translate = QCoreApplication.translate
_MANY = 50  # people enrolled


def outcome_words(facts: TrainingFacts) -> str:
    """Return whether it helped, in a sentence."""
    found = first_and_best(facts.validations)
    if found is None:
        return _unmeasured(facts)
    first, best = found
    before, after = percent_of(first.mean_dir), percent_of(best.mean_dir)
    if best.mean_dir > first.mean_dir:
        text = translate(
            "Lab", "Better: {after} of the photos are recognised; before, it was {before}."
        )
    elif best.apart > first.apart:
        text = translate(
            "Lab", "{after} of the photos are recognised, as before, but people are farther apart."
        )
    else:
        text = translate(
            "Lab", "Not better than before, {before} of the photos: what is kept is as it began."
        )
    return text.format(after=after, before=before)


def is_as_it_began(facts: TrainingFacts) -> bool:
    """Tell whether nothing was better than the start, so that nothing else is kept."""
    found = first_and_best(facts.validations)
    return found is not None and found[0].worth == found[1].worth


def worth_words(facts: TrainingFacts) -> str:
    """Return what the figures are worth."""
    if not facts.validations:
        return ""
    people = translate(
        "Lab",
        "Recognised are photos of enrolled people that are nearer to their own than all but 1 % "
        "of strangers are to anybody. These people were never learned from.",
    )
    if facts.settings.augment:
        twice = translate("Lab", "Each counts twice: as it is, and as a webcam might show it.")
        people = f"{people} {twice}"
    tries = len(facts.validations)
    if tries < 2:
        return people
    best = translate(
        "Lab", "The best of {tries} tries on the same people is shown, which flatters it a little."
    ).format(tries=tries)
    few = max(int(size) for size in facts.validations[0].dir) < _MANY
    coarse = translate("Lab", "With so few people, one photo more or less makes a difference.")
    return f"{people} {best} {coarse}" if few else f"{people} {best}"


def figures_of(facts: TrainingFacts, comparison: "Comparison | None") -> Table:
    """Return the figures before and after; and with a comparison, those of both encoders."""
    headings = [
        translate("Lab", "Recognised, of people not learned from"),
        translate("Lab", "Before"),
        translate("Lab", "After"),
    ]
    rows = _before_and_after(facts)
    if comparison is not None:
        headings[1:] = [translate("Lab", "Before, or in use"), translate("Lab", "After")]
        rows += _compared(comparison)
    return Table(translate("Lab", "Before and after"), tuple(headings), tuple(rows))


def _before_and_after(facts: TrainingFacts) -> list[tuple[str, ...]]:
    if not facts.validations:
        return []
    first, best = first_and_best(facts.validations)
    words = translate("Lab", "While training, {people} enrolled")
    apart = translate("Lab", "How far apart people are, in standard deviations (d′)")
    return [
        (words.format(people=people), percent_of(before), percent_of(best.dir[people]))
        for people, before in first.dir.items()
    ] + [(apart, *(QLocale().toString(each.apart, "f", 2) for each in (first, best)))]


def _compared(comparison: "Comparison") -> list[tuple[str, ...]]:
    clean = translate("Lab", "In all views, {people} enrolled")
    webcam = translate("Lab", "In all views, as webcam pictures, {people} enrolled")
    present, trained = comparison.present, comparison.trained
    parts = ((clean, present.clean, trained.clean), (webcam, present.webcam, trained.webcam))
    return [
        (words.format(people=people), percent_of(share), percent_of(after[people]))
        for words, before, after in parts
        for people, share in before.items()
    ]


def _unmeasured(facts: TrainingFacts) -> str:
    if facts.step == 0:
        return translate("Lab", "Nothing is learned yet.")
    return translate(
        "Lab",
        "Trained. Whether it helped is not measured: nobody was kept for trying it on.",
    )
