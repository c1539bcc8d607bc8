"""What is said about the analysis of a video."""

from PySide6.QtCore import QCoreApplication

from facedesk.live.video_analysis import Ending, VideoAnalysis
from facedesk.ui.widgets.clock_words import clock, length_words
from facedesk.ui.widgets.timeline_rows import TimelineRow


def analysis_words(analysis: VideoAnalysis, rows: tuple[TimelineRow, ...]) -> str:
    """Return what was found, and how far the analysis came."""
    strangers = sum(row.stranger for row in rows)
    text = QCoreApplication.translate("Analysis", "People: {n} · Strangers: {m} · Length: {time}")
    found = text.format(
        n=len(rows) - strangers, m=strangers, time=length_words(analysis.duration_s)
    )
    ending = _ending_words(analysis)
    return f"{ending} {found}" if ending else found


def nobody_words(analysis: VideoAnalysis) -> str:
    """Return what stands where there are no rows."""
    if analysis.ending is Ending.NONE:
        return QCoreApplication.translate("Analysis", "Nobody has been seen so far.")
    if analysis.ending is Ending.COMPLETE:
        return QCoreApplication.translate("Analysis", "Nobody is seen in this video.")
    return QCoreApplication.translate("Analysis", "Nobody was seen in the part looked at.")


def _ending_words(analysis: VideoAnalysis) -> str:
    texts = {
        Ending.CANCELLED: QCoreApplication.translate(
            "Analysis", "Not complete: cancelled at {time} of {all}."
        ),
        Ending.BROKEN_OFF: QCoreApplication.translate(
            "Analysis", "Not complete: the video breaks off at {time} of {all}."
        ),
    }
    text = texts.get(analysis.ending, "")
    return text.format(time=clock(analysis.analysed_s), all=clock(analysis.duration_s))
