from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from facedesk.downloads.optional_models import OPTIONAL_MODELS, SFACE, YUNET
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.known_files import KNOWN_FILES
from facedesk.encoder.registry import BUILT_IN, RegisteredModel
from facedesk.matching.thresholds import load_calibration
from facedesk.ui.choosing_models import ChoosingModels
from facedesk.ui.listed_models import ListedModel
from facedesk.ui.widgets.model_words import facts_words
from facedesk.ui.widgets.models_card import ModelsCard

RESNET, MTCNN = BUILT_IN
MINE = RegisteredModel(
    "mine-1", "Mine", "encoder", "not stated", "mine.onnx", built_in=False, sha256="5" * 64
)
OWN_ENCODER = ListedModel(RESNET, None, "# A card")
OWN_DETECTOR = ListedModel(MTCNN, None, None)
ADDED = ListedModel(MINE, None, None)


@pytest.fixture
def choosing(context):
    window = QWidget()
    yield ChoosingModels(context, window)
    window.deleteLater()


@pytest.fixture
def card(qtbot, choosing):
    made = ModelsCard(choosing)
    qtbot.addWidget(made)
    made.show_models([OWN_ENCODER, ADDED, OWN_DETECTOR])
    made.show()
    return made


def names(group):
    return [row.name.text() for row in group.rows]


def offers(group):
    return [row.downloading.wanted for row in group.downloads if row.isVisible()]


def test_models_and_downloads_stand_with_their_kind(card):
    assert names(card.encoders) == ["ResNet-29", "Mine"]
    assert names(card.detectors) == ["MTCNN"]
    assert offers(card.encoders) == [SFACE]
    assert offers(card.detectors) == [YUNET]


def test_the_one_in_use_says_so_in_words_and_the_others_can_be_used(card):
    used, other = card.encoders.rows
    assert used.in_use.isVisible()
    assert not used.use.isVisible()
    assert not other.in_use.isVisible()
    assert other.use.isVisible()


def test_what_comes_with_facedesk_can_not_be_removed(card):
    resnet, mine = card.encoders.rows
    assert not resnet.remove.isVisible()
    assert mine.remove.isVisible()


def test_only_a_model_with_a_card_offers_it(card):
    resnet, mine = card.encoders.rows
    assert resnet.card.isVisible()
    assert not mine.card.isVisible()


def test_buttons_tell_screen_readers_which_model_they_are_for(card):
    _, mine = card.encoders.rows
    assert mine.use.accessibleName() == "Use Mine"
    assert mine.remove.accessibleName() == "Remove Mine"


@pytest.mark.parametrize("button", ["use", "card", "remove"])
def test_a_button_tells_its_model(qtbot, card, button):
    signal = {"use": "use_wanted", "card": "card_wanted", "remove": "removal_wanted"}[button]
    _, mine = card.encoders.rows
    with qtbot.waitSignal(getattr(card.encoders, signal)) as wanted:
        getattr(mine, button).click()
    assert wanted.args == [ADDED]


def test_what_was_downloaded_is_offered_no_more(card):
    yunet = replace(MTCNN, id="yunet", name="YuNet", built_in=False, sha256=YUNET.sha256)
    card.detectors.show_models([OWN_DETECTOR, ListedModel(yunet, None, None)])
    assert names(card.detectors) == ["MTCNN", "YuNet"]
    assert offers(card.detectors) == []
    card.detectors.show_models([OWN_DETECTOR])
    assert names(card.detectors) == ["MTCNN"]
    assert offers(card.detectors) == [YUNET]


def test_models_that_stay_keep_their_rows_and_so_the_focus(card):
    before = list(card.encoders.rows)
    card.encoders.show_models([OWN_ENCODER, ADDED])
    assert card.encoders.rows == before


def test_a_long_name_does_not_widen_the_window(card):
    card.encoders.show_models([ListedModel(replace(MINE, name="x" * 100), None, "# A card")])
    assert card.minimumSizeHint().width() < 500


def test_the_facts_say_origin_licence_and_what_it_was_measured_on():
    measured = load_calibration(ENCODER_ID)
    assert facts_words(RESNET, measured) == (
        "Comes with facedesk · Licence: CC0 and MIT · "
        "Measured on 1,183 people of “LFW, first half of the people”"
    )
    assert facts_words(MINE, None) == ("Origin: mine.onnx · Licence: not stated · Not measured yet")
    assert facts_words(MTCNN, None) == "Comes with facedesk · Licence: MIT"


@pytest.mark.parametrize("wanted", OPTIONAL_MODELS, ids=lambda wanted: wanted.name)
def test_what_can_be_downloaded_is_known_and_need_not_be_asked_about(wanted):
    known = KNOWN_FILES[wanted.sha256]
    assert (known.name, known.licence) == (wanted.name, wanted.licence)
