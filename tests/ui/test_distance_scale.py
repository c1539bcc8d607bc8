import pytest

from facedesk.ui.widgets.distance_scale import DistanceScale


@pytest.fixture
def scale(qtbot):
    made = DistanceScale()
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    return made


def column(scale, share: float) -> list[int]:
    """The colours of the scale's pixels from top to bottom, at a share of its width."""
    image = scale.grab().toImage()
    x = round(share * (image.width() - 1))
    return [image.pixel(x, y) for y in range(image.height())]


def test_screen_readers_are_told_what_it_shows(scale):
    scale.show_distance(0.018, 0.041, 0.05)
    words = "d is 0.018: yes up to 0.041, not sure up to 0.050, no beyond."
    assert scale.accessibleDescription() == words


def test_the_pointer_moves_to_the_right_with_the_distance(scale):
    def changed_columns(distance):
        scale.show_distance(0.0, 0.04, 0.08)
        before = scale.grab().toImage()
        scale.show_distance(distance, 0.04, 0.08)
        after = scale.grab().toImage()
        row = 6 + scale.fontMetrics().height()
        return [x for x in range(20, 400) if before.pixel(x, row) != after.pixel(x, row)]

    near, far = changed_columns(0.02), changed_columns(0.07)
    assert near
    assert far
    assert max(near) < min(far)


def test_yes_not_sure_and_no_look_different(scale):
    scale.show_distance(0.09, 0.04, 0.08)
    parts = [column(scale, 0.02 / scale.end), column(scale, 0.065 / scale.end)]
    parts.append(column(scale, 0.085 / scale.end))
    assert parts[0] != parts[1] != parts[2] != parts[0]


@pytest.mark.parametrize("distance", [0.0, 0.03, 4.0])
def test_it_reaches_as_far_as_anything_that_it_shows(scale, distance):
    scale.show_distance(distance, 0.04, 0.06)
    assert scale.end > max(distance, 0.06)


def test_a_threshold_that_no_distance_reaches_leaves_no_room_for_a_yes(scale):
    scale.show_distance(0.02, -0.01, -0.005)
    assert "yes up to 0.000, not sure up to 0.000" in scale.accessibleDescription()
    assert not scale.grab().toImage().isNull()
