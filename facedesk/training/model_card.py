"""The model card: what a user of trained weights must know about them, as Markdown."""

from datetime import date

from facedesk.training.progress import Ended, Validated
from facedesk.training.task import TrainingTask
from facedesk.training.training_settings import Start

_STARTS = {
    Start.DEFAULT: "the default encoder: the ResNet-29 in the package `face_recognition_models` "
    "(public domain, CC0) with facedesk's own last layer (MIT)",
    Start.NOTHING: "weights drawn by chance",
}
_LICENCES = {
    Start.DEFAULT: "what it starts from is public domain (CC0) and MIT, and sets no terms; the "
    "photos it was trained on may: whoever passes it on must look at their licence",
    Start.NOTHING: "it starts from nothing that has one; the photos it was trained on may set "
    "terms: whoever passes it on must look at their licence",
}


def model_card(task: TrainingTask, ended: Ended, how: str, today: date) -> str:
    """Return the card. how: with what it was made, such as the command that was typed."""
    rows = {
        "What it is": "the weights of an encoder, a ResNet-29 of 128 numbers, float32",
        "What it starts from": _STARTS[task.settings.start],
        "How it was made": f"{how}, facedesk's triplet loss; {_steps(ended)}",
        "Date": today.isoformat(),
        "Data": _data(task),
        "Settings": ", ".join(f"{key} {value}" for key, value in task.settings.as_json().items()),
        "Before and after": _figures(ended),
        "Licence": _LICENCES[task.settings.start],
        "Weaker on": "whoever is not like the people it was trained on; it was tried on nobody "
        "else" + ("" if task.held_out else ", and not on others at all"),
    }
    lines = "\n".join(f"| {key} | {value} |" for key, value in rows.items())
    return f"# encoder.safetensors: an encoder trained with facedesk\n\n| | |\n|---|---|\n{lines}\n"


def _steps(ended: Ended) -> str:
    done = f"{ended.step} of {ended.steps} steps in {ended.seconds:.0f} seconds"
    if ended.best is None:
        return f"{done}; the weights are those of the last"
    return f"{done}; the weights are those of step {ended.best.step}, the best in validation"


def _data(task: TrainingTask) -> str:
    faces, held_out = task.faces, task.held_out
    learned = f"{len(faces.photos)} photos of {len(faces.names)} people in `{task.images.name}`"
    if not faces.several:
        learned = f"{len(faces.photos)} photos that are each taken for somebody of their own"
    if held_out is None:
        return f"{learned}; nobody is kept for validation"
    photos = len(set(held_out.photos))
    copies = ", each also as a webcam's picture" if photos < len(held_out.photos) else ""
    return (
        f"{learned}; validation on {photos} photos of {len(held_out.names)} others{copies}, "
        "who are in no photo that was learned from"
    )


def _figures(ended: Ended) -> str:
    if ended.before is None or ended.best is None:
        return "not measured: nobody was kept for validation"
    return (
        f"DIR at FPIR 1 %, distance alone, one view: before {_dir(ended.before)}; "
        f"after {_dir(ended.best)}"
    )


def _dir(validated: Validated) -> str:
    return ", ".join(f"{value:.3f} with {people} people" for people, value in validated.dir.items())
