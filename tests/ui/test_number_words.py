import numpy as np
import pytest
from PySide6.QtCore import QLocale

from facedesk.ui.widgets.chart_axis import percent
from facedesk.ui.widgets.number_axis import number_axis_for
from facedesk.ui.widgets.number_words import fixed_words, number_words
from facedesk.ui.widgets.share_words import between, exact


@pytest.fixture
def in_germany():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


def test_a_number_has_no_more_digits_than_it_takes():
    assert [number_words(value) for value in (0, 5, 0.25, -1.5)] == ["0", "5", "0.25", "-1.5"]
    assert fixed_words(1.26, 1) == "1.3"


def test_the_decimal_sign_is_that_of_the_country(in_germany):
    assert number_words(0.25) == "0,25"
    assert percent(0.001) == "0,1 %"
    assert exact(0.0123) == "1,23 %"
    assert between(0.5, 0.755) == "50,0 … 75,5"


def test_so_it_is_on_the_axes_of_charts(in_germany):
    plain = number_axis_for([np.array([0.0, 0.9])], log=False)
    assert [text for _, text in plain.ticks] == ["0", "0,2", "0,4", "0,6", "0,8"]
    assert "0,1" in [text for _, text in number_axis_for([np.array([0.01, 1.0])], log=True).ticks]
