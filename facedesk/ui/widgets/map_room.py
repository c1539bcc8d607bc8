"""Which of many places on a map have room for a picture."""

import numpy as np


def with_room(
    places: np.ndarray, side: float, origin: tuple[float, float] = (0.0, 0.0)
) -> np.ndarray:
    """Tell which places (N, 2) get a picture of this side, so that no two overlap: bool (N,).

    Where several are too near to each other, the first in order goes before. origin: a place that
    moves along when a map is moved, so that the same ones are chosen then.
    """
    chosen = np.zeros(len(places), bool)
    if not len(places):
        return chosen
    cells = np.floor((places - origin) / side).astype(np.int64)
    # One candidate for each cell: there may be many thousands, of whom a few hundred find room.
    _, firsts = np.unique(cells, axis=0, return_index=True)
    taken: dict[tuple[int, int], int] = {}
    for index in np.sort(firsts).tolist():
        column, row = cells[index].tolist()
        around = (
            taken.get((column + right, row + down)) for right in (-1, 0, 1) for down in (-1, 0, 1)
        )
        if all(
            other is None or np.abs(places[index] - places[other]).max() >= side for other in around
        ):
            taken[column, row] = index
            chosen[index] = True
    return chosen
