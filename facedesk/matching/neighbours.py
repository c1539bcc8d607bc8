"""Finds who is near a probe among more than a million people, by faiss. It may miss somebody.

faiss is an optional extra: pip install 'facedesk[faiss]'. It sorts people into lists of similar
ones, once, and then looks through the lists that are nearest to a probe. So its time grows less
than the number of people does, but it is no longer exact.
"""

import numpy as np

from facedesk.device import threads_to_compute_with

_LEARNT_FROM = 40  # people per list
_SEARCHED = 0.1  # of the lists
_NEAREST = 1000  # by distance: enough that the best by score is among them


class Neighbours:
    """Unit vectors, float32 (K, D), in lists."""

    def __init__(self, vectors: np.ndarray) -> None:
        """It takes a while, and as much memory as the vectors again."""
        import faiss

        faiss.omp_set_num_threads(threads_to_compute_with())
        lists = max(1, int(2 * len(vectors) ** 0.5))
        self._index = faiss.index_factory(vectors.shape[1], f"IVF{lists},Flat")
        some = vectors[:: max(1, len(vectors) // (_LEARNT_FROM * lists))]
        self._index.train(np.ascontiguousarray(some))
        self._index.add(vectors)
        self._index.nprobe = max(1, int(_SEARCHED * lists))

    def near(self, probes: np.ndarray) -> np.ndarray:
        """Return the rows of those nearest to any of the probes, unit (N, D), in order."""
        _, rows = self._index.search(probes, _NEAREST)
        return np.unique(rows[rows >= 0])  # -1 where the lists hold too few
