"""The sizes a picture is drawn at, small ones first, and how many steps each takes."""

from dataclasses import dataclass

_SMALLEST = 128  # the first picture is there within seconds
# A step at half the size takes a quarter of the time: the largest size has a quarter of all steps,
# each smaller one about half of those that are left, the smallest the rest.
_LARGEST, _OTHERS = 0.25, 0.45


@dataclass(frozen=True)
class Stage:
    """size: longest side, pixels. steps: made at this size, at least one."""

    size: int
    steps: int


def stages(size: int, steps: int, least: int = _SMALLEST) -> tuple[Stage, ...]:
    """Return the stages up to a size, each half of the next; steps: in all.

    least: the longest side, pixels, that none of the smaller ones falls below.
    """
    sizes, smallest = [size], max(least, _SMALLEST)
    while sizes[0] >= 2 * smallest and len(sizes) < steps:
        sizes.insert(0, sizes[0] // 2)
    left, counts = steps, []
    for smaller in range(len(sizes) - 1, 0, -1):
        share = _OTHERS if counts else _LARGEST
        counts.insert(0, min(max(1, round(share * left)), left - smaller))
        left -= counts[0]
    return tuple(Stage(*each) for each in zip(sizes, [left, *counts], strict=True))
