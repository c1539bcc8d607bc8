"""The page that draws a portrait in the style of another picture."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPointF
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.style.progress import StyleProgress
from facedesk.ui.context import AppContext
from facedesk.ui.dropped_files import dropped_files
from facedesk.ui.gallery_watch import GalleryWatch
from facedesk.ui.giving_avatar import GivingAvatar
from facedesk.ui.pages.page import Page
from facedesk.ui.picture_loading import LoadedPicture
from facedesk.ui.saving_picture import SavingPicture
from facedesk.ui.styling import StyleWish, Styling
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.disguise_choice import DisguiseChoice
from facedesk.ui.widgets.labels import page_title
from facedesk.ui.widgets.scrolling import scrolling
from facedesk.ui.widgets.style_choice import StyleChoice
from facedesk.ui.widgets.style_content import StyleContent
from facedesk.ui.widgets.style_options import StyleOptions
from facedesk.ui.widgets.style_stage import StyleStage
from facedesk.ui.widgets.style_words import done_words

_SETUP = 340  # pixels wide


class StylePage(Page):
    """On the left what is wanted, on the right what comes out."""

    title = QT_TRANSLATE_NOOP("Pages", "Style")
    icon = "style"
    shortcut = "Ctrl+7"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._drawn_of: LoadedPicture | None = None  # what was begun with last
        self._drawn_in = ""  # the name of its style
        self.setAcceptDrops(True)
        self._watch = GalleryWatch(context, self)
        self.styling = Styling(context, self)
        self.saving = SavingPicture(context, self)
        self.giving = GivingAvatar(context, self)
        self.content = StyleContent(context)
        self.style_choice = StyleChoice(context)
        self.options = StyleOptions()
        self.disguise = DisguiseChoice(context.gallery)
        self.start = push_button(self.tr("Start"), kind="primary")
        self.stage = StyleStage()
        self._lay_out()
        self._connect()
        self._show_startable()

    def shown(self) -> None:
        """Follow the gallery, and draw the patterns if they are not there yet."""
        self._watch.start()
        self.style_choice.show_patterns()

    def hidden(self) -> None:
        """Follow the gallery no more; what is being drawn goes on."""
        self._watch.stop()
        self.content.thumbnails.stop()
        self.disguise.thumbnails.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(dropped_files(event)) == 1:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        self._aim(self._on_style(event.position()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a file that is dropped on the styles as the style, else as the picture."""
        event.acceptProposedAction()
        self._aim(None)
        taker = self.style_choice if self._on_style(event.position()) else self.content
        if taker.isEnabled():
            taker.take_file(dropped_files(event)[0])

    def _on_style(self, point: QPointF) -> bool:
        inside = self._style_card.mapFrom(self, point.toPoint())
        return self._style_card.rect().contains(inside)

    def _aim(self, on_style: bool | None) -> None:
        """Show where what is dropped now goes; None: nowhere."""
        for card, aimed in ((self._style_card, on_style), (self._content_card, on_style is False)):
            if bool(aimed) != bool(card.property("aimed")):
                card.setProperty("aimed", bool(aimed))
                card.style().unpolish(card)
                card.style().polish(card)

    def _lay_out(self) -> None:
        self._content_card = _card(self.content)
        self._style_card = _card(self.style_choice)
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 12, 0)
        cards.setSpacing(12)
        for card in (self._content_card, self._style_card):
            cards.addWidget(card)
        for part in (self.options, self.disguise):
            cards.addWidget(_card(part))
        cards.addStretch(1)
        setup = QVBoxLayout()
        setup.setSpacing(12)
        self._scroll = scrolling(inside)
        self._scroll.setFixedWidth(_SETUP)
        setup.addWidget(self._scroll, 1)
        setup.addWidget(self.start)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(setup)
        row.addWidget(self.stage, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(page_title(self.tr("Style")))
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        self._watch.changed.connect(self.content.show_people)
        self._watch.changed.connect(self.disguise.show_people)
        self.disguise.changed.connect(self._show_startable)
        self.content.source_wanted.connect(lambda: self.page_wanted.emit("Live"))
        self.content.changed.connect(self._show_content)
        self.start.clicked.connect(self._start)
        self.stage.pause_wanted.connect(self.styling.pause)
        self.stage.cancel_wanted.connect(self.styling.cancel)
        self.stage.save_wanted.connect(self._save)
        self.stage.avatar_wanted.connect(self._give_avatar)
        self.styling.started.connect(lambda: self._show_running(True))
        self.styling.stepped.connect(self._show_step)
        self.styling.ended.connect(self._show_ended)
        self.styling.failed.connect(self._refuse)

    # Drawing ------------------------------------------------------------------------------------

    def _start(self) -> None:
        picture = self.content.picture
        self._drawn_of = picture
        self._drawn_in = self.style_choice.name
        wish = StyleWish(
            picture.image, self.style_choice.draw, self.options.settings, self.disguise.person
        )
        self.stage.show_pictures(picture.image, None)
        self.stage.show_losses(())
        self.styling.start(wish)

    def _show_running(self, running: bool) -> None:
        for widget in (self.content, self.style_choice, self.options, self.disguise):
            widget.setEnabled(not running)
        self.stage.show_running(running)
        self._show_startable()

    def _show_step(self, step: StyleProgress, words: str) -> None:
        wish = self.styling.wish
        name = wish.disguised_from.name if wish.disguised_from else ""
        self.stage.show_step(wish.content, step, words, name)
        self.stage.show_losses(tuple(self.styling.losses))

    def _show_ended(self) -> None:
        """Show the last picture, however it ended."""
        self._show_running(False)
        newest = self.styling.newest
        if newest is None:
            self.stage.words.setText("")
        else:
            self._show_step(newest, done_words(newest))

    def _refuse(self, error: FacedeskError) -> None:
        self._context.messages.show_error(error)

    def _show_content(self) -> None:
        """Show what is to be drawn, unless something was drawn that is not saved yet."""
        picture = self.content.picture
        if self.styling.newest is None:
            self.stage.show_pictures(picture.image, None)
        if picture.person is not None:
            self.disguise.suggest(picture.person)
        self._show_startable()

    def _show_startable(self) -> None:
        missing = self._missing()
        self.start.setEnabled(not missing and not self.styling.running)
        self.start.setToolTip(missing)
        self.start.setAccessibleDescription(missing)

    def _missing(self) -> str:
        """Return what must be chosen first, "" when nothing."""
        if self.content.picture is None:
            return self.tr("Choose a picture first.")
        if self.disguise.wanted and self.disguise.person is None:
            return self.tr("Choose who must not be recognised first.")
        return ""

    # What becomes of it -------------------------------------------------------------------------

    def _save(self) -> None:
        name = self.tr("portrait in style {style}").format(style=self._drawn_in)
        self.saving.ask(self.styling.newest.picture, f"{name}.png")

    def _give_avatar(self) -> None:
        original = self._drawn_of
        self.giving.ask(self.styling.newest.picture, original.image, original.person)


def _card(inside: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("kind", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 12, 12, 12)
    column.addWidget(inside)
    return card
