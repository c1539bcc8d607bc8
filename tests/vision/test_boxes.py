import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from facedesk.vision.boxes import areas, coverages, intersections, overlaps, squares, suppress

corners = st.tuples(*[st.integers(-50, 50)] * 4)
sides = st.tuples(*[st.integers(1, 60)] * 2)


@st.composite
def some_boxes(draw, smallest=0):
    """Boxes with whole corners, so that sums of areas are exact."""
    drawn = draw(st.lists(st.tuples(corners, sides), min_size=smallest, max_size=8))
    boxes = [(x, y, x + width, y + height) for (x, y, _, _), (width, height) in drawn]
    return np.array(boxes, np.float64).reshape(-1, 4)


def naive_intersection(a, b):
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return max(width, 0) * max(height, 0)


def naive_area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def naive_suppress(conflicts, scores, limit):
    kept = []
    for candidate in sorted(range(len(scores)), key=lambda i: (-scores[i], i)):
        if all(conflicts[other][candidate] <= limit for other in kept):
            kept.append(candidate)
    return kept


@given(some_boxes())
def test_an_area_is_width_times_height(boxes):
    assert areas(boxes).tolist() == [naive_area(box) for box in boxes]


def test_a_box_turned_inside_out_has_no_area():
    assert areas(np.array([[10, 10, 0, 20], [10, 10, 20, 0]])).tolist() == [0, 0]


@given(some_boxes(), some_boxes())
def test_intersections_are_those_of_a_plain_loop(first, second):
    expected = [[naive_intersection(a, b) for b in second] for a in first]
    assert intersections(first, second).tolist() == expected


@given(some_boxes(), some_boxes())
def test_overlaps_are_those_of_a_plain_loop(first, second):
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            shared = naive_intersection(a, b)
            expected = shared / (naive_area(a) + naive_area(b) - shared)
            assert np.isclose(overlaps(first, second)[i, j], expected)


@given(some_boxes(), some_boxes())
def test_coverages_are_those_of_a_plain_loop(first, second):
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            expected = naive_intersection(a, b) / min(naive_area(a), naive_area(b))
            assert np.isclose(coverages(first, second)[i, j], expected)


@given(some_boxes(smallest=1))
def test_a_box_overlaps_itself_wholly_and_others_alike_in_both_directions(boxes):
    shares = overlaps(boxes, boxes)
    assert np.allclose(np.diag(shares), 1)
    assert np.array_equal(shares, shares.T)
    assert shares.min() >= 0
    assert shares.max() <= 1 + 1e-12


@given(some_boxes(smallest=1), st.integers(-40, 40), st.integers(1, 7))
def test_overlaps_stay_when_the_picture_is_shifted_or_enlarged(boxes, shift, scale):
    moved = boxes * scale + shift
    assert np.allclose(overlaps(moved, moved), overlaps(boxes, boxes))


@given(some_boxes(smallest=1))
def test_coverage_is_never_less_than_overlap(boxes):
    assert (coverages(boxes, boxes) >= overlaps(boxes, boxes) - 1e-12).all()


@given(some_boxes(), st.data(), st.sampled_from([0.0, 0.3, 0.5, 0.7, 1.0]))
def test_suppression_keeps_what_a_plain_loop_keeps(boxes, data, limit):
    scores = data.draw(arrays(np.float32, len(boxes), elements=st.sampled_from([0.1, 0.5, 0.9])))
    conflicts = overlaps(boxes, boxes)
    kept = suppress(conflicts, scores, limit)
    assert kept.tolist() == naive_suppress(conflicts, scores, limit)


def test_of_two_boxes_in_one_place_the_better_is_kept():
    boxes = np.array([[0, 0, 10, 10], [1, 0, 11, 10], [50, 50, 60, 60]], np.float32)
    scores = np.array([0.7, 0.9, 0.8], np.float32)
    assert suppress(overlaps(boxes, boxes), scores, 0.5).tolist() == [1, 2]


def test_nothing_is_kept_of_nothing():
    empty = np.zeros((0, 4), np.float32)
    assert suppress(overlaps(empty, empty), np.zeros(0, np.float32), 0.5).shape == (0,)


@given(some_boxes())
def test_a_squared_box_has_the_longer_side_and_the_same_centre(boxes):
    squared = squares(boxes)
    sizes = boxes[:, 2:] - boxes[:, :2]
    squared_sizes = squared[:, 2:] - squared[:, :2]
    assert np.array_equal(squared_sizes, np.repeat(sizes.max(axis=1, keepdims=True), 2, axis=1))
    assert np.array_equal(squared[:, :2] + squared[:, 2:], boxes[:, :2] + boxes[:, 2:])


@given(some_boxes())
def test_squaring_twice_changes_nothing_more(boxes):
    assert np.array_equal(squares(squares(boxes)), squares(boxes))
