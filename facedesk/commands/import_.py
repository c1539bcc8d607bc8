"""facedesk import FILE."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.file_passphrase import VARIABLE, known_passphrase
from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import gallery_of

if TYPE_CHECKING:  # cryptography takes its time to import
    from facedesk.gallery.transfer.importing import Imported, ImportPlan, Incoming, OnClash

HELP = "take people over from a file that “facedesk export” wrote"
_CHOICES = ("keep", "replace", "both")
_QUESTION = (
    "{name} is enrolled here with other pictures ({mine}; in the file: {theirs}). "
    "(k)eep yours, (r)eplace it by theirs, or keep (b)oth? A capital letter: likewise for all. "
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.epilog = (
        f"Asks for the passphrase, or takes it from {VARIABLE}. The whole file is checked before "
        "anything is changed, and everyone is taken over, or nobody."
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the file")
    parser.add_argument(
        "--on-clash",
        choices=_CHOICES,
        help="about people who are enrolled here with other pictures: keep yours, replace them by "
        "theirs, or keep both, theirs under a new name (default: asks)",
    )
    parser.add_argument(
        "--plan", action="store_true", help="only say what the file would bring; change nothing"
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Import, and say what became of each."""
    from facedesk.gallery.transfer.importing import carry_out, plan_import
    from facedesk.gallery.transfer.sealed_file import open_sealed

    output = Output(options)
    with gallery_of(options) as gallery:
        plan = plan_import(gallery, open_sealed(options.file, known_passphrase()), _quietly)
        if options.plan:
            for person in plan.people:
                _say_planned(output, person)
            return 0
        for done in carry_out(gallery, plan, _choices(options, plan), _quietly):
            _say_done(output, done)
    return 0


def _quietly(_done: int, _total: int) -> None:
    pass


def _choices(options: argparse.Namespace, plan: "ImportPlan") -> "dict[str, OnClash]":
    """Return what is to be done about each clash, by name. Raises ClashesUndecided."""
    from facedesk.gallery.transfer.importing import OnClash

    chosen: dict[str, OnClash] = {}
    for_all = OnClash(options.on_clash) if options.on_clash else None
    for person in plan.clashes:
        if for_all is None:
            if not sys.stdin.isatty():
                raise errors.ClashesUndecided(count=len(plan.clashes))
            chosen[person.name], likewise = _asked(person)
            for_all = chosen[person.name] if likewise else None
        else:
            chosen[person.name] = for_all
    return chosen


def _asked(person: "Incoming") -> "tuple[OnClash, bool]":
    """Return what the user wants done about a clash, and whether likewise about all others."""
    from facedesk.gallery.transfer.importing import OnClash

    answers = {choice.value[0]: choice for choice in OnClash}
    question = _QUESTION.format(
        name=person.name,
        mine=f"enrolled {person.mine.enrolled_at.astimezone():%Y-%m-%d}",
        theirs=f"{person.enrolled_at.astimezone():%Y-%m-%d}",
    )
    while True:
        sys.stderr.write(question)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:  # the terminal is gone
            raise KeyboardInterrupt
        answer = line.strip()
        if answer.lower() in answers:
            return answers[answer.lower()], answer.isupper()


def _say_planned(output: Output, person: "Incoming") -> None:
    words = {"new": "new", "same": "here already", "clash": "here with other pictures"}
    standing = person.standing.value
    line = {"person": person.name, "standing": standing, "photos": person.photos}
    output.answer(line, f"{person.name}  ({words[standing]})")


def _say_done(output: Output, done: "Imported") -> None:
    words = {
        "added": "added",
        "same": "was here already",
        "kept": "yours is kept",
        "replaced": "replaced",
        "renamed": f"added as {done.kept_as}",
    }
    line = {"person": done.name, "outcome": done.outcome.value, "kept_as": done.kept_as}
    output.answer(line, f"{done.name}  ({words[done.outcome.value]})")
