import pytest

from facedesk.capture.picture import Picture
from facedesk.capture.thinned_reader import ThinnedReader


class Film:
    """As much of a VideoReader as is needed: pictures at these times."""

    interval_s = 0.1

    def __init__(self, *times_s):
        self.left = list(times_s)
        self.made = []
        self.closed = False

    def advance(self):
        if not self.left:
            return False
        self.time_s = self.left.pop(0)
        return True

    def picture(self):
        self.made.append(self.time_s)
        return Picture(None, self.time_s)

    def close(self):
        self.closed = True


def times_read(film, step_s):
    return [picture.time_s for picture in iter(ThinnedReader(film, step_s).read, None)]


def test_pictures_that_follow_too_soon_are_left_out():
    assert times_read(Film(0, 1, 2, 3, 4, 5), 2) == [0, 2, 4]


def test_others_are_all_read_and_only_they_are_made():
    film = Film(0, 0.5, 10, 11, 11.2)
    assert times_read(film, 1) == [0, 10, 11]
    assert film.made == [0, 10, 11]


@pytest.mark.parametrize(("rate", "read"), [(10, 10), (15, 15), (24, 12), (30, 15), (60, 15)])
def test_a_sixteenth_of_a_second_leaves_ten_to_sixteen_pictures_a_second(rate, read):
    assert len(times_read(Film(*(n / rate for n in range(rate))), 1 / 16)) == read


def test_the_film_is_closed_with_it():
    film = Film(0)
    ThinnedReader(film, 1).close()
    assert film.closed
