"""What the Lab page says of trainings."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from facedesk.training.facts import TrainingFacts
from facedesk.training.kept import KeptTraining
from facedesk.training.progress import Validated
from facedesk.training.record import Pairs, Seen
from facedesk.training.training_settings import Learns, Selection
from facedesk.ui.messages import error_text

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.training.plan import TrainingPlan

translate = QCoreApplication.translate

SELECTIONS = {
    Selection.RANDOM: QT_TRANSLATE_NOOP("Lab", "Random"),
    Selection.SEMI_HARD: QT_TRANSLATE_NOOP("Lab", "Semi-hard"),
    Selection.HARD: QT_TRANSLATE_NOOP("Lab", "Batch-hard"),
}
ABOUT_SELECTIONS = {
    Selection.RANDOM: QT_TRANSLATE_NOOP(
        "Lab",
        "A photo, a second one of the same person, and one of anybody else. Soon nearly all of "
        "these are told apart already, and teach nothing.",
    ),
    Selection.SEMI_HARD: QT_TRANSLATE_NOOP(
        "Lab",
        "Somebody else who looks similar, but still less than the second photo of the same "
        "person. Learns steadily.",
    ),
    Selection.HARD: QT_TRANSLATE_NOOP(
        "Lab",
        "The two photos of one person that look least alike, and whoever else looks most like "
        "them. Teaches most; photos in the wrong folder do most harm here.",
    ),
}
LEARNING = {
    Learns.LAST_LAYER: QT_TRANSLATE_NOOP("Lab", "Last layer"),
    Learns.LAST_BLOCK: QT_TRANSLATE_NOOP("Lab", "Last block"),
    Learns.ALL: QT_TRANSLATE_NOOP("Lab", "Everything"),
}
ABOUT_LEARNING = {
    Learns.LAST_LAYER: QT_TRANSLATE_NOOP(
        "Lab", "How the network weighs what it sees. Quickest, and forgets least."
    ),
    Learns.LAST_BLOCK: QT_TRANSLATE_NOOP(
        "Lab", "Also the last of the network's 14 blocks. A good choice for a small folder."
    ),
    Learns.ALL: QT_TRANSLATE_NOOP(
        "Lab", "All of the network. Slowest, and takes many photos: a few it learns by heart."
    ),
}
_TAUGHT = {
    Selection.RANDOM: QT_TRANSLATE_NOOP(
        "Lab", "Of the triplets chosen at random, {share} % still teach something."
    ),
    Selection.SEMI_HARD: QT_TRANSLATE_NOOP(
        "Lab", "Of the semi-hard triplets, {share} % still teach something."
    ),
    Selection.HARD: QT_TRANSLATE_NOOP(
        "Lab", "Of the hardest triplets, {share} % still teach something."
    ),
}
_LITTLE = 0.2  # share of triplets


def taught_words(selection: Selection, seen: Seen) -> str:
    """Return a sentence about the triplets, and what follows from it."""
    share = round(100 * seen.recent)
    sentence = translate("Lab", _TAUGHT[selection]).format(share=share)
    if seen.recent >= _LITTLE or selection is Selection.SEMI_HARD:
        return sentence
    advice = translate("Lab", "There is little left to learn in these photos.")
    if selection is Selection.RANDOM:
        advice = translate("Lab", "Choosing harder ones would teach more.")
    return f"{sentence} {advice}"


def apart_words(seen: Seen) -> str:
    """Return a sentence about the distances, now and at the start."""
    text = translate(
        "Lab",
        "Half of the pairs of one person are nearer than {same}, half of those of two people "
        "farther than {different}.",
    )
    now = text.format(**_medians(seen.now))
    if seen.goes_on:
        before = translate("Lab", "When it went on, it was {same} and {different}.")
    else:
        before = translate("Lab", "At the start, it was {same} and {different}.")
    return f"{now} {before.format(**_medians(seen.before))}"


def plan_words(plan: "TrainingPlan") -> str:
    """Return what a training will do, and how long it takes."""
    learned = translate(
        "Lab",
        "Learns from {photos} photos of {people} people, in {steps} steps of {batch} photos.",
    ).format(photos=plan.photos, people=plan.people, steps=plan.steps, batch=plan.batch)
    if not plan.judged_people:
        judged = translate(
            "Lab",
            "Nobody is kept for trying it on: how good it becomes is not measured.",
        )
    else:
        judged = translate(
            "Lab",
            "It is tried {times} times on {photos} pictures of {people} other people, who are "
            "never learned from.",
        ).format(times=plan.validations, photos=plan.judged_photos, people=plan.judged_people)
    margin = translate("Lab", "The margin α of the loss is {margin}.").format(
        margin=QLocale().toString(plan.margin, "g")
    )
    return f"{learned} {margin} {judged} {_takes(plan.seconds)}"


def kept_title(kept: KeptTraining) -> str:
    """Return what a training is called: its folder of people."""
    if kept.facts is None:
        return kept.folder.name
    return kept.facts.images.name or kept.folder.name


def kept_words(kept: KeptTraining) -> str:
    """Return when it was, how far it is, and what came of it."""
    when = QLocale().toString(kept.saved, QLocale.FormatType.ShortFormat)
    if kept.facts is None:
        return f"{when} · {error_text(kept.error)}"
    facts = kept.facts
    how = translate("Lab", SELECTIONS[facts.settings.selection])
    return " · ".join([when, how, _state(facts), *_gain(facts.validations)])


def first_and_best(validations: Sequence[Validated]) -> tuple[Validated, Validated] | None:
    """Return how it was at the start, and the best; None where nobody could be tried."""
    if not validations:
        return None
    return validations[0], max(validations, key=lambda each: each.worth)


def percent_of(share: float) -> str:
    """Return a share, 0…1, as a percentage with one decimal."""
    return f"{QLocale().toString(100 * share, 'f', 1)} %"


def _state(facts: TrainingFacts) -> str:
    if facts.done:
        return translate("Lab", "done")
    share = round(100 * facts.step / facts.steps)
    return translate("Lab", "{share} % done").format(share=share)


def _gain(validations: Sequence[Validated]) -> list[str]:
    found = first_and_best(validations)
    if found is None:
        return []
    before, after = (percent_of(each.mean_dir) for each in found)
    text = translate("Lab", "recognised: {before} before, {after} now")
    return [text.format(before=before, after=after)]


def _takes(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return translate("Lab", "Less than a minute on this computer.")
    if minutes < 90:
        return translate("Lab", "About {n} min on this computer.").format(n=minutes)
    return translate("Lab", "About {n} hours on this computer.").format(n=round(minutes / 60, 1))


def _medians(pairs: Pairs) -> dict[str, str]:
    same, different = (QLocale().toString(value, "f", 2) for value in pairs.medians)
    return {"same": same, "different": different}
