"""Writes reports: one page of HTML that holds all it shows, and loads nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from facedesk import resources
from facedesk.errors import FileNotWritten

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{sections}
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class Table:
    """rows: as many words as there are headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Plot:
    """svg: see plots.py. caption: what is to be seen in it."""

    svg: str
    caption: str


@dataclass(frozen=True)
class Section:
    """A part of a report: text, a table, plots, facts with their names; as far as there are."""

    heading: str
    text: tuple[str, ...] = ()
    table: Table | None = None
    plots: tuple[Plot, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


def write_report(folder: Path, title: str, sections: Sequence[Section]) -> Path:
    """Write a report as index.html into a folder, and return the file. Raises FileNotWritten."""
    file = folder / "index.html"
    style = resources.read("report/report.css").decode()
    page = _PAGE.format(
        title=escape(title), style=style, sections="\n".join(map(_section, sections))
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(page, "utf-8")
    except OSError as error:
        raise FileNotWritten(path=file) from error
    return file


def percent(share: float, digits: int = 2) -> str:
    """Return a share as a table shows it."""
    return f"{100 * share:.{digits}f} %"


def span(interval: tuple[float, float], digits: int = 2) -> str:
    """Return an interval of shares as a table shows it."""
    low, high = interval
    return f"[{100 * low:.{digits}f}, {100 * high:.{digits}f}]"


def _section(section: Section) -> str:
    parts = [f"<h2>{escape(section.heading)}</h2>"]
    parts += [f"<p>{escape(text)}</p>" for text in section.text]
    if section.table:
        parts.append(_table(section.table))
    parts += [
        f"<figure>\n{plot.svg}<figcaption>{escape(plot.caption)}</figcaption>\n</figure>"
        for plot in section.plots
    ]
    if section.facts:
        facts = "\n".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in section.facts)
        parts.append(f"<dl>\n{facts}\n</dl>")
    return "<section>\n" + "\n".join(parts) + "\n</section>"


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in table.headings)
    body = "\n".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(word)}</td>" for word in row[1:])
        + "</tr>"
        for row in table.rows
    )
    return (
        f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table></div>"
    )
