"""Sizes of files in words."""

from PySide6.QtCore import QCoreApplication, QLocale


def size_words(count: int) -> str:
    """Return so many bytes as, for example, “38.7 MB”."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def some_of(done: int, total: int) -> str:
    """Return how much of a file is there."""
    text = QCoreApplication.translate("DataSize", "{done} of {all}")
    return text.format(done=size_words(done), all=size_words(total))
