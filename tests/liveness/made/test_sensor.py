import numpy as np

from facedesk.liveness.made.moving import Moving
from facedesk.liveness.made.sensor import shaken

TIMES = np.linspace(0, 3, 8)


def test_what_a_shaking_camera_sees_moves_with_its_landmarks():
    picture = np.zeros((240, 320, 3), np.uint8)
    picture[100:141, 120:161] = 200  # its middle is at (140, 120)
    still = Moving([picture] * len(TIMES), np.full((len(TIMES), 5, 2), [140.0, 120.0]))
    shakes = 0
    for seed in range(20):
        seen = shaken(still, TIMES, np.random.default_rng(seed))
        for there, marks in zip(seen.pictures, seen.landmarks, strict=True):
            rows, columns = np.nonzero(there[:, :, 0] > 100)
            assert abs(columns.mean() - marks[0, 0]) < 0.6
            assert abs(rows.mean() - marks[0, 1]) < 0.6
        shakes += bool(np.ptp(seen.landmarks, axis=0).max() > 0)
    assert 1 <= shakes <= 10
