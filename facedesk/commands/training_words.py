"""How `facedesk train` says what it is doing."""

import argparse
import dataclasses
import sys
import time
from typing import TYPE_CHECKING

from facedesk.commands.output import Output

if TYPE_CHECKING:
    from facedesk.training.plan import TrainingPlan
    from facedesk.training.progress import Ended, Progress, Stepped, Validated

_EVERY_S = 0.5  # more often is not read


class TrainingOutput:
    """Answers on stdout; on stderr, a line that tells how far it is."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._output = Output(options)
        self._json = options.json
        self._out = options.out
        self._told_at = 0.0
        self._line_open = False  # on stderr

    def plan(self, plan: "TrainingPlan") -> None:
        """Say what will be done."""
        validation = (
            f"{plan.validations} validations with {plan.judged_photos} photos of "
            f"{plan.judged_people} others"
            if plan.validations
            else "no validation"
        )
        self._output.answer(
            {"plan": dataclasses.asdict(plan)},
            f"{plan.steps} steps of {plan.batch} faces, {plan.steps_per_epoch} for all "
            f"{plan.people} people once ({plan.photos} photos); {plan.learning} of "
            f"{plan.weights} weights learn, with a margin of {plan.margin:g}; {validation}; "
            f"about {_duration(plan.seconds)}",
        )

    def progress(self, progress: "Progress") -> None:
        """Say what has happened."""
        from facedesk.training.progress import Ended, Stepped

        if isinstance(progress, Stepped):
            self._stepped(progress)
            return
        self._close_line()
        if isinstance(progress, Ended):
            self._ended(progress)
        else:
            self._validated(progress)

    def _stepped(self, step: "Stepped") -> None:
        if self._json:
            self._output.answer(_figures(step), "")
        now = time.monotonic()
        if now - self._told_at < _EVERY_S and step.step < step.steps:
            return
        self._told_at = now
        sys.stderr.write(
            f"\rstep {step.step} of {step.steps}: loss {step.loss:.4f}, "
            f"{step.active:4.0%} of the triplets still teach something "
        )
        sys.stderr.flush()
        self._line_open = True

    def _close_line(self) -> None:
        """Let answers begin on a line of their own, where both are seen in one terminal."""
        if self._line_open:
            sys.stderr.write("\n")
            sys.stderr.flush()
            self._line_open = False

    def _validated(self, found: "Validated") -> None:
        figures = ", ".join(f"{value:.3f} with {people}" for people, value in found.dir.items())
        self._output.answer(
            {"validation": dataclasses.asdict(found)},
            f"after step {found.step}, {_duration(found.seconds)}: DIR at FPIR 1 % {figures} "
            f"people{' (best so far)' if found.best else ''}",
        )

    def _ended(self, ended: "Ended") -> None:
        how = "stopped, go on with --resume" if ended.stopped else "done"
        best = ended.best.step if ended.best else ended.step
        self._output.answer(
            {
                "step": ended.step,
                "steps": ended.steps,
                "seconds": ended.seconds,
                "stopped": ended.stopped,
                "best": best,
                "folder": str(self._out),
            },
            f"{how} after {ended.step} of {ended.steps} steps, {_duration(ended.seconds)}; "
            f"{self._out} has the weights of step {best}, and their card",
        )


def _figures(step: "Stepped") -> dict[str, object]:
    """Return the numbers of a step, without those that take a picture to be shown."""
    left_out = {"same", "different", "hardest"}
    return {
        field.name: getattr(step, field.name)
        for field in dataclasses.fields(step)
        if field.name not in left_out
    }


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
