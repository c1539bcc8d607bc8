"""Moments and lengths of a video, as they are written."""

from PySide6.QtCore import QCoreApplication, QLocale

_MINUTE, _HOUR = 60, 3600


def clock(seconds: float, decimals: int = 0) -> str:
    """Return a moment as players write it: "0:07", "12:30.5", "1:02:03"."""
    shown = int(max(seconds, 0.0) * 10**decimals + 1e-6)
    whole, rest = divmod(shown, 10**decimals)
    minutes, second = divmod(whole, _MINUTE)
    hours, minute = divmod(minutes, 60)
    text = f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
    return f"{text}{QLocale().decimalPoint()}{rest:0{decimals}}" if decimals else text


def length_words(seconds: float) -> str:
    """Return a length as people say it: "0.8 s", "42 s", "3 min 5 s", "1 h 2 min"."""
    if seconds < 9.95:
        number = QLocale().toString(float(seconds), "f", 1)
        return QCoreApplication.translate("Clock", "{n} s").format(n=number)
    if round(seconds) < _MINUTE:
        return QCoreApplication.translate("Clock", "{n} s").format(n=round(seconds))
    if round(seconds) < _HOUR:
        minutes, rest = divmod(round(seconds), _MINUTE)
        text = QCoreApplication.translate("Clock", "{m} min {n} s")
        return text.format(m=minutes, n=rest)
    hours, minutes = divmod(round(seconds / _MINUTE), 60)
    return QCoreApplication.translate("Clock", "{h} h {m} min").format(h=hours, m=minutes)
