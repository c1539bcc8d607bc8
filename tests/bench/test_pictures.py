import numpy as np
import pytest

from facedesk import errors
from facedesk.bench.detecting import SIZES
from facedesk.bench.pictures import backdrop, face_in, group, heads, portraits
from facedesk.encoder.models import find_faces


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_backdrop_has_no_face_and_is_the_same_each_time(models, width, height):
    picture = backdrop(width, height)
    assert picture.shape == (height, width, 3)
    assert np.array_equal(picture, backdrop(width, height))
    assert find_faces(picture, models) == ()


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("count", [1, 4, 10])
def test_every_face_of_a_group_is_found(models, count, width, height):
    picture = group(heads(portraits(), models), count, width, height)
    assert picture.shape == (height, width, 3)
    assert len(find_faces(picture, models)) == count


def test_a_head_is_a_square_with_its_face_in_the_middle(models):
    for head in heads(portraits(), models):
        assert head.shape[0] == head.shape[1]
        box = face_in(head, models).box
        assert (box[:2] + box[2:]) / 2 == pytest.approx(np.array(head.shape[:2]) / 2, abs=20)


def test_a_picture_without_a_face_is_refused(models):
    with pytest.raises(errors.NoFace):
        heads([backdrop(200, 200)], models)
