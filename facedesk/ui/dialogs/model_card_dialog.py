"""Shows what a user of a model must know about it: its model card."""

from PySide6.QtGui import (
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.labels import shortened, text_label

_MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_HEADING = 1  # steps above the size of the text
_AIR = 6  # around the words in a table


class ModelCardDialog(QDialog):
    """Use open(), which does not block."""

    def __init__(self, name: str, card: str, parent: QWidget | None = None) -> None:
        """card: Markdown."""
        super().__init__(parent)
        heading = self.tr("Model card of {name}").format(name=shortened(name))
        self.setWindowTitle(heading)
        self.card = QTextBrowser()
        self.card.setOpenLinks(False)  # a card may be anybody's
        self.card.setAccessibleName(heading)
        self.card.document().setMarkdown(card, _MARKDOWN)
        self._style()
        self.card.moveCursor(QTextCursor.MoveOperation.Start)
        self.close_button = push_button(self.tr("Close"), kind="primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(text_label(heading, "heading"))
        column.addWidget(self.card, 1)
        column.addLayout(buttons)
        self.resize(640, 440)

    def _style(self) -> None:
        """Give headings the size of ours, and tables thin lines and no empty first row."""
        block = self.card.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                style = cursor.charFormat()
                style.setProperty(QTextFormat.Property.FontSizeAdjustment, _HEADING)
                cursor.setCharFormat(style)
            block = block.next()
        for table in self.card.document().rootFrame().childFrames():
            if isinstance(table, QTextTable):
                self._style_table(table)

    def _style_table(self, table: QTextTable) -> None:
        style = table.format()
        style.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        style.setBorderCollapse(True)
        style.setBorderBrush(self.palette().mid())
        style.setCellPadding(_AIR)
        table.setFormat(style)
        first = [table.cellAt(0, column) for column in range(table.columns())]
        if all(cell.firstPosition() == cell.lastPosition() for cell in first):
            table.removeRows(0, 1)
