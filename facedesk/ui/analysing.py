"""Analyses a video as a task; it goes on while other pages are in front."""

from collections import deque

from PySide6.QtCore import QObject, Signal

from facedesk.capture.source import Source
from facedesk.errors import FacedeskError
from facedesk.live.video_analysis import VideoAnalysis
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task
from facedesk.ui.time_left import TimeLeft, time_left_words
from facedesk.ui.widgets.clock_words import clock
from facedesk.ui.widgets.labels import shortened


class Analysing(QObject):
    """Emits progressed with words; grown with a VideoAnalysis of what was found so far.

    Then ended; and found with the whole VideoAnalysis, or failed with the error, unless it was
    cancelled before it could begin.
    """

    progressed = Signal(str)
    grown = Signal(object)
    ended = Signal()
    found = Signal(object)
    failed = Signal(FacedeskError)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None

    @property
    def running(self) -> bool:
        """Whether an analysis is on its way."""
        return self._task in self._context.tasks.running

    def start(self, source: Source) -> None:
        """Analyse a video; one that is on its way is given up."""
        self.give_up()
        newest: deque[VideoAnalysis] = deque(maxlen=1)

        def job(progress: Progress, cancelled: Cancelled) -> VideoAnalysis:
            return self._analysed(source, newest, progress, cancelled)

        title = self.tr("Analysing {video}").format(video=shortened(source.label))
        task = self._context.tasks.start(
            title,
            job,
            lambda analysis: self._pass_on(task, self.found, analysis),
            lambda error: self._pass_on(task, self.failed, error),
        )
        self._task = task
        task.progressed.connect(lambda _done, _total, words: self._tell(task, newest, words))
        task.finished.connect(lambda: self._end(task))

    def cancel(self) -> None:
        """Ask the analysis to end; what it has found stays."""
        if self.running:
            self._task.cancel()

    def give_up(self) -> None:
        """End the analysis without any result."""
        self.cancel()
        self._task = None

    def _tell(self, task: Task, newest: deque[VideoAnalysis], words: str) -> None:
        if task is self._task:
            self.progressed.emit(words)
            if newest:
                self.grown.emit(newest[-1])

    def _end(self, task: Task) -> None:
        if task is self._task:
            self.ended.emit()

    def _pass_on(self, task: Task, signal: Signal, came: object) -> None:
        if task is self._task:
            signal.emit(came)

    def _analysed(
        self,
        source: Source,
        newest: deque[VideoAnalysis],
        progress: Progress,
        cancelled: Cancelled,
    ) -> VideoAnalysis:
        """Called in the task."""
        session = self._context.session
        models = ready_models(session, progress, cancelled)
        from facedesk.live.analyse_video import analyse_video
        from facedesk.live.engine import Engine

        engine = Engine(models, session.knowledge, self._context.gallery)
        engine.fpir = session.fpir
        time_left = TimeLeft()

        def tell(analysis: VideoAnalysis) -> None:
            newest.append(analysis)
            progress(analysis.done, analysis.pictures, self._words(analysis, time_left))

        return analyse_video(source, engine, tell, cancelled)

    def _words(self, analysis: VideoAnalysis, time_left: TimeLeft) -> str:
        now = clock(analysis.analysed_s)
        if not analysis.pictures:
            return self.tr("{time} analysed").format(time=now)
        words = self.tr("{time} of {all}").format(time=now, all=clock(analysis.duration_s))
        seconds = time_left.seconds(analysis.done, analysis.pictures)
        return words if seconds is None else f"{words} · {time_left_words(max(seconds, 0))}"
