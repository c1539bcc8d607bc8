import pytest

from facedesk.ui.widgets.clock_words import clock, length_words


@pytest.mark.parametrize(
    ("seconds", "decimals", "text"),
    [
        (0, 0, "0:00"),
        (7.99, 0, "0:07"),
        (60, 0, "1:00"),
        (3599.9, 0, "59:59"),
        (3723, 0, "1:02:03"),
        (7.46, 1, "0:07.4"),
        (59.99, 1, "0:59.9"),
        (0.3, 1, "0:00.3"),
        (-1, 0, "0:00"),
    ],
)
def test_a_moment_is_written_as_players_do(seconds, decimals, text):
    assert clock(seconds, decimals) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.04, "0.0 s"),
        (0.5, "0.5 s"),
        (9.94, "9.9 s"),
        (9.96, "10 s"),
        (59.4, "59 s"),
        (59.6, "1 min 0 s"),
        (185, "3 min 5 s"),
        (3599.7, "1 h 0 min"),
        (10800, "3 h 0 min"),
    ],
)
def test_a_length_is_said_as_people_do(seconds, text):
    assert length_words(seconds) == text
