"""Brings every facedesk_LANGUAGE.ts and .qm beside this file up to date with the sources.

Run it after changing a text. What is new is marked as unfinished in the .ts: give it a translation,
in an editor or in Qt Linguist, and run this again. Another language begins with a file that holds
<!DOCTYPE TS><TS version="2.1" language="fr" sourcelanguage="en"></TS>.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import PySide6

import facedesk
from facedesk import errors
from facedesk.live.claim import REASONS
from facedesk.live.enrol_guide import Hint
from facedesk.settings import SETTINGS
from facedesk.style.patterns import PATTERNS

_TOOLS = Path(PySide6.__file__).parent
_SOURCES = Path(facedesk.__file__).parent / "ui"


def update(folder: Path) -> None:
    """Update the translations in a folder. Raises CalledProcessError."""
    files = sorted(folder.glob("facedesk_*.ts"))
    with tempfile.TemporaryDirectory() as empty:
        listed = Path(empty) / "looked_up.py"
        listed.write_text(_marked(_looked_up()), encoding="utf-8")
        sources = (*sorted(_SOURCES.rglob("*.py")), listed)
        _run("lupdate", "-no-obsolete", "-locations", "none", *sources, "-ts", *files)
    for file in files:
        _run("lrelease", file)


def _looked_up() -> Iterator[tuple[str, str]]:
    """Yield context and text of what is translated at run time, where lupdate sees no text."""
    for error in vars(errors).values():
        if isinstance(error, type) and issubclass(error, errors.FacedeskError):
            yield "Errors", error.sentence
    for setting in SETTINGS:
        for text in (setting.group, setting.label, setting.help, *setting.choice_labels):
            if text:
                yield "Settings", text
    for hint in Hint:
        yield "Hint", hint.value
    for text in REASONS.values():
        yield "Reasons", text
    for pattern in PATTERNS:
        yield "StylePatterns", pattern.name


def _marked(texts: Iterator[tuple[str, str]]) -> str:
    """Return Python in which lupdate finds these texts."""
    return "".join(
        f"QT_TRANSLATE_NOOP({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})\n"
        for context, text in texts
    )


def _run(tool: str, *arguments: str | Path) -> None:
    subprocess.run([_TOOLS / tool, "-silent", *arguments], check=True)


if __name__ == "__main__":
    update(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
