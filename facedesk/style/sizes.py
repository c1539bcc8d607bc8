"""The sizes a picture is drawn at, small ones first, and how many steps each takes."""

from dataclasses import dataclass

_SMALLEST = 128  # the first picture is there within seconds
# Shares of all steps from the largest size down; where there are fewer sizes, the last has the
# rest. A step at half the size takes a quarter of the time.
_SHARES = (0.25, 0.35)


@dataclass(frozen=True)
class Stage:
    """size: longest side, pixels. steps: made at this size, at least one."""

    size: int
    steps: int


def stages(size: int, steps: int) -> tuple[Stage, ...]:
    """Return the stages up to a size, each half of the next; steps: in all."""
    sizes = [size]
    while sizes[0] >= 2 * _SMALLEST and len(sizes) < steps:
        sizes.insert(0, sizes[0] // 2)
    counts: list[int] = []
    for index in range(len(sizes) - 1):
        share = _SHARES[min(index, len(_SHARES) - 1)]
        counts.insert(0, max(1, round(share * steps)))
    counts.insert(0, max(1, steps - sum(counts)))
    return tuple(Stage(*each) for each in zip(sizes, counts, strict=True))
