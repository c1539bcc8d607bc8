"""What an evaluation found, in words, charts and a table: what the page shows of it."""

from dataclasses import dataclass

from facedesk.ui.widgets.chart import Chart


@dataclass(frozen=True)
class Table:
    """name: what it is of. rows: as many words as there are headings."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The table with tabs between the words, as spreadsheets take it."""
        return "\n".join("\t".join(row) for row in (self.headings, *self.rows))


@dataclass(frozen=True)
class Findings:
    """summary: the answer, in a sentence. notes: what else must be known to judge it."""

    summary: str
    charts: tuple[Chart, ...]
    table: Table
    notes: tuple[str, ...]
