"""How long what comes out of a convolution is, in one dimension, two or three."""

from collections.abc import Sequence


def output_size(
    size: Sequence[int], kernel: Sequence[int], stride: Sequence[int], padding: Sequence[int]
) -> tuple[int, ...]:
    """Return the size along each dimension: ⌊(n + 2p − k) / s⌋ + 1.

    size, kernel, stride, padding: n, k, s and p for each of the dimensions: (length,) for a signal,
    (height, width) for a picture, (time, height, width) for a clip. Raises ValueError when the
    kernel does not fit. Dumoulin and Visin, "A guide to convolution arithmetic for deep learning",
    2016, relationship 6.
    """
    found = []
    for n, k, s, p in zip(size, kernel, stride, padding, strict=True):
        if n + 2 * p < k:
            raise ValueError(f"a kernel of {k} does not fit into {n} with a padding of {p}")
        found.append((n + 2 * p - k) // s + 1)
    return tuple(found)
