"""The colours of a heat map."""

import numpy as np

# Blue and orange, which nearly everyone can tell apart.
FOR, AGAINST = (30, 136, 229), (245, 124, 0)
_STRONGEST = 0.75  # how much of the picture the strongest colour covers


def tinted(image: np.ndarray, heat: np.ndarray) -> np.ndarray:
    """Lay colours over a picture, RGB uint8 (H, W, 3). heat: (H, W), −1…1, above 0 speaks for."""
    colours = np.where(heat[:, :, None] > 0, FOR, AGAINST)
    cover = _STRONGEST * np.abs(heat)[:, :, None]
    return np.rint(image * (1 - cover) + colours * cover).astype(np.uint8)
