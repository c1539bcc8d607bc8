"""A field for a day, with a calendar to choose it from."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QDateEdit, QToolButton, QWidget

from facedesk.ui import icons
from facedesk.ui.widgets.wheel import LeavesWheelToPage


class DateField(LeavesWheelToPage, QDateEdit):
    """Emits day_chosen with the day, when the user chooses another. No day comes after today."""

    day_chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: what screen readers call it."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.setDisplayFormat(QCoreApplication.translate("People", "d MMM yyyy"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # else red, whatever the theme
            self.calendarWidget().setWeekdayTextFormat(weekend, QTextCharFormat())
        for button, icon in (("prevmonth", "earlier"), ("nextmonth", "later")):
            arrow = self.calendarWidget().findChild(QToolButton, f"qt_calendar_{button}")
            arrow.setIcon(icons.icon(icon))
        self.show_day(date.today())
        self.dateChanged.connect(lambda _: self.day_chosen.emit(self.day))

    @property
    def day(self) -> date:
        """The day shown."""
        return self.date().toPython()

    def show_day(self, day: date) -> None:
        """Show a day, or today if it lies in the future; nothing is emitted."""
        blocked = self.blockSignals(True)
        self.setMaximumDate(QDate.currentDate())
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(blocked)
