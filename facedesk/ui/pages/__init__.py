"""The pages of the window, in the order of the side bar."""

from facedesk.ui.pages.activity_page import ActivityPage
from facedesk.ui.pages.evaluation_page import EvaluationPage
from facedesk.ui.pages.insight_page import InsightPage
from facedesk.ui.pages.lab_page import LabPage
from facedesk.ui.pages.live_page import LivePage
from facedesk.ui.pages.liveness_page import LivenessPage
from facedesk.ui.pages.people_page import PeoplePage
from facedesk.ui.pages.settings_page import SettingsPage
from facedesk.ui.pages.style_page import StylePage
from facedesk.ui.pages.verify_page import VerifyPage
from facedesk.ui.pages.video_page import VideoPage

PAGES = (
    LivePage,
    PeoplePage,
    ActivityPage,
    VerifyPage,
    VideoPage,
    LivenessPage,
    StylePage,
    InsightPage,
    LabPage,
    EvaluationPage,
    SettingsPage,
)
