"""Finds out who is seen in a video file, and when; as fast as it can be read."""

import time
from collections.abc import Callable

from facedesk.capture.reader import frames_of
from facedesk.capture.source import Source
from facedesk.capture.thinned_reader import ThinnedReader
from facedesk.capture.video_reader import VideoReader, open_video
from facedesk.errors import FileUnreadable, NotAVideo
from facedesk.live.engine import Engine
from facedesk.live.video_analysis import Ending, VideoAnalysis
from facedesk.live.video_log import VideoLog
from facedesk.live.view import LiveView

# Between two pictures that are looked at. Faces are followed as well as in all 25 or 30 pictures a
# second, in half the time.
_STEP_S = 1 / 16
_TELL_EVERY_S = 0.5
_ENDS_TOGETHER = 0.9  # sound and picture do not end at exactly the same time
_NOTICED_S = 2.0  # less than this missing at the end is not worth a word


def analyse_video(
    source: Source,
    engine: Engine,
    tell: Callable[[VideoAnalysis], None],
    cancelled: Callable[[], bool],
) -> VideoAnalysis:
    """Look at a video from its beginning to its end.

    Of pictures that follow each other faster than 16 times a second, some are left out. tell: is
    given what was found so far, about twice a second. Raises NotAVideo, StorageError.
    """
    try:
        video = open_video(source)
    except FileUnreadable as error:
        raise NotAVideo(source=source.label) from error
    try:
        return _Analysing(video, engine).run(tell, cancelled)
    finally:
        video.close()


class _Analysing:
    def __init__(self, video: VideoReader, engine: Engine) -> None:
        self._video = video
        self._engine = engine
        self._log = VideoLog()
        self._view: LiveView | None = None

    def run(
        self, tell: Callable[[VideoAnalysis], None], cancelled: Callable[[], bool]
    ) -> VideoAnalysis:
        told_at = -float("inf")
        for frame in frames_of(ThinnedReader(self._video, _STEP_S)):
            if cancelled():
                return self._end(Ending.CANCELLED)
            self._view = self._engine.answer(frame)
            self._log.observe(self._view)
            if time.monotonic() - told_at > _TELL_EVERY_S:
                tell(self._so_far(Ending.NONE))
                told_at = time.monotonic()
        return self._end(Ending.BROKEN_OFF if self._is_broken_off() else Ending.COMPLETE)

    def _end(self, ending: Ending) -> VideoAnalysis:
        self._log.finish()
        self._view = None
        return self._so_far(ending)

    def _so_far(self, ending: Ending) -> VideoAnalysis:
        video = self._video
        analysed_s = video.time_s + video.interval_s
        return VideoAnalysis(
            self._log.sightings,
            analysed_s,
            analysed_s if ending is Ending.COMPLETE else max(analysed_s, video.duration_s or 0.0),
            video.passed,
            video.pictures or 0,
            max(video.interval_s, _STEP_S) + video.interval_s,
            ending,
            self._view,
        )

    def _is_broken_off(self) -> bool:
        """Tell whether there should have been more of the video."""
        video = self._video
        if video.pictures is None or video.passed >= video.pictures:
            return False  # all are there, however long the last one stays
        missing_s = video.duration_s - video.time_s
        return missing_s > max(_NOTICED_S, (1 - _ENDS_TOGETHER) * video.duration_s)
