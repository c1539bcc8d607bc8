"""Gives Python its own way to import modules back.

Qt for Python puts another one in its place, which reads the source of every module imported from
then on, in case it asks for Qt's functions by other names (`from __feature__ import …`). Of torch
these are more than a thousand: they would take a fifth longer, and their text stay in memory.
"""

import builtins
import linecache


def import_without_reading_sources() -> None:
    """Import as Python does from now on, and forget the sources that were read."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
