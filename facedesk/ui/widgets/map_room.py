"""Which of many places on a map have room for a picture, and which for a name below it."""

import numpy as np

_PARTS = 3  # of a picture's side: of those whose middles share such a part, only one comes in


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
    taken: dict[tuple[int, int], tuple[float, float]] = {}
    # There may be many thousands, of whom a few hundred find room.
    for index in first_of_each(places, side / _PARTS, origin).tolist():
        (column, row), (x, y) = cells[index].tolist(), places[index].tolist()
        around = (
            taken.get((column + right, row + down)) for right in (-1, 0, 1) for down in (-1, 0, 1)
        )
        if all(not near or max(abs(x - near[0]), abs(y - near[1])) >= side for near in around):
            taken[column, row] = x, y
            chosen[index] = True
    return chosen


def first_of_each(
    places: np.ndarray, side: float, origin: tuple[float, float] = (0.0, 0.0)
) -> np.ndarray:
    """Return of the places (N, 2), at least one, the first in each square of this side: (M,)."""
    cells = np.floor((places - origin) / side).astype(np.int64)
    cells -= cells.min(axis=0)
    _, firsts = np.unique(cells @ [cells[:, 1].max() + 1, 1], return_index=True)
    return np.sort(firsts)


def with_name(places: np.ndarray, width: float, height: float) -> np.ndarray:
    """Tell below which pictures (N, 2) a name has room: bool (N,).

    width: how far apart two middles must be for one to stand beside the name of the other, and
    height, for it to stand below.
    """
    apart = places[None] - places[:, None]
    beneath = (apart[..., 1] > 0) & (apart[..., 1] < height)
    return ~((np.abs(apart[..., 0]) < width) & beneath).any(axis=1)
