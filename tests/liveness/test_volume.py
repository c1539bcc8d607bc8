import numpy as np

from facedesk.liveness.volume import PICTURES, SIDE, chosen, cut_out


def test_the_face_is_upright_and_of_one_size_wherever_it_was(astronaut, source):
    whole = cut_out(astronaut, source.landmarks)
    half = np.ascontiguousarray(astronaut[::2, ::2])
    turned = np.ascontiguousarray(np.rot90(astronaut))
    there = source.landmarks[:, ::-1] * [1, -1] + [0, astronaut.shape[1] - 1]
    assert whole.shape == (SIDE, SIDE, 3)
    for other in (cut_out(half, source.landmarks / 2), cut_out(turned, there)):
        assert np.abs(whole.astype(int) - other).mean() < 8


def test_pictures_are_taken_evenly_over_the_time():
    assert chosen(np.linspace(0, 3, PICTURES)).tolist() == list(range(PICTURES))
    assert chosen(np.linspace(0, 3, 91)).tolist() == list(range(0, 91, 6))


def test_where_there_are_few_they_serve_more_than_once():
    assert chosen([0.0, 3.0]).tolist() == [0] * (PICTURES // 2) + [1] * (PICTURES // 2)
