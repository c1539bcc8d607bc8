import numpy as np

from facedesk.liveness.volume import PICTURES, SHAPE, chosen, cut_out


def test_the_face_is_upright_and_of_one_size_wherever_it_was(astronaut, source):
    whole = cut_out(astronaut, source.landmarks)
    half = np.ascontiguousarray(astronaut[::2, ::2])
    turned = np.ascontiguousarray(np.rot90(astronaut))
    there = source.landmarks[:, ::-1] * [1, -1] + [0, astronaut.shape[1] - 1]
    assert whole.shape == SHAPE[1:]
    near = 0
    for other in (cut_out(half, source.landmarks / 2), cut_out(turned, there)):
        assert np.abs(whole[near].astype(int) - other[near]).mean() < 8


def test_a_large_picture_is_averaged_down_and_stays_in_its_place(astronaut, source):
    large = astronaut.repeat(4, axis=0).repeat(4, axis=1)
    there = source.landmarks * 4 + 1.5
    apart = cut_out(astronaut, source.landmarks).astype(int) - cut_out(large, there)
    assert np.abs(apart).mean() < 2


def test_the_second_view_shows_twice_as_much():
    landmarks = np.array([[140, 100], [180, 100], [160, 120], [144, 141], [176, 141]], float)
    picture = np.zeros((240, 320, 3), np.uint8)
    picture[:, 160 + 80 :] = 255  # two distances between the eyes to the right
    near, wide = cut_out(picture, landmarks)
    assert near.max() == 0
    assert (wide[:, 54:] == 255).all()
    assert (wide[:, :50] == 0).all()


def test_a_face_that_has_left_the_picture_is_no_mishap(astronaut):
    landmarks = np.array([[140, 100], [180, 100], [160, 120], [144, 141], [176, 141]], float)
    for away in ([5000, 0], [0, -9000], [-700, 700]):
        assert cut_out(astronaut, 4 * landmarks + away).shape == SHAPE[1:]


def test_pictures_are_taken_evenly_over_the_time():
    assert chosen(np.linspace(0, 3, PICTURES)).tolist() == list(range(PICTURES))
    assert chosen(np.linspace(0, 3, 10 * (PICTURES - 1) + 1)).tolist() == [
        10 * number for number in range(PICTURES)
    ]


def test_where_there_are_few_they_serve_more_than_once():
    assert chosen([0.0, 3.0]).tolist() == [0] * (PICTURES // 2) + [1] * (PICTURES // 2)
