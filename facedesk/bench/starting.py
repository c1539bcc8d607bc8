"""How soon the window is there, and the first name in it; and whether it stays at hand, live."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from facedesk.bench.conditions import Conditions
from facedesk.bench.exercised import exercised
from facedesk.bench.figure import Figure, single, spread_of
from facedesk.bench.stage import PEOPLE, prepare_stage
from facedesk.gallery.store import open_gallery
from facedesk.paths import default_paths, prepare

_STARTS = 3
_ENROLLED = f"with {PEOPLE:,} people enrolled"


def figures(conditions: Conditions) -> Iterator[Figure]:
    """Yield what a person waits for who starts facedesk on a clip, and the memory that takes.

    Raises SourceError, PhotoRefused, FacedeskError.
    """
    with TemporaryDirectory(prefix="facedesk-") as folder:
        home, clip = Path(folder) / "home", Path(folder) / "clip.avi"
        places = default_paths(home)
        prepare(places)
        with closing(open_gallery(places.database)) as gallery:
            prepare_stage(gallery, clip, conditions)
        exercised(home, "live", clip)  # so that the disk is warm
        waits = [exercised(home, "live", clip) for _ in range(_STARTS)]
    shown = [wait.window_s for wait in waits]
    yield spread_of("window_shown", shown, "s", "from the start of the program")
    named = [wait.first_name_s for wait in waits if wait.first_name_s]
    if named:
        yield spread_of("first_name", named, "s", f"from the start of the program, {_ENROLLED}")
    gaps = [wait.longest_gap_ms for wait in waits]
    usual = max(wait.gap_99_ms for wait in waits)
    remark = f"the longest time without attending to anything; 99 of 100: {usual:.0f} ms or less"
    yield spread_of("gui_gap_live", gaps, "ms", remark)
    peaks = [wait.peak_memory_mb for wait in waits if wait.peak_memory_mb is not None]
    if peaks:
        yield single("peak_memory_1000", max(peaks), "MB", f"window, camera, engine, {_ENROLLED}")
