"""The terms of the loss J(G) = α·J_content(C, G) + β·J_style(S, G) + smoothness.

Gatys, Ecker and Bethge, "A Neural Algorithm of Artistic Style", 2015. Both J are divided by how
large they would be for a blank picture, so that α, β and λ mean the same for every network.
"""

from torch import Tensor


def gram(features: Tensor) -> Tensor:
    """Return which channels respond together: (1, C, H, W) -> (C, C), per channel and pixel."""
    _, channels, height, width = features.shape
    flat = features.reshape(channels, height * width)
    return flat @ flat.T / (channels * height * width)


def content_loss(features: Tensor, wanted: Tensor) -> Tensor:
    """Return how far features (1, C, H, W) are from those of the content: 0 when equal."""
    return (features - wanted).square().sum() / wanted.square().sum().clamp_min(1e-12)


def style_loss(features: Tensor, wanted: Tensor) -> Tensor:
    """Return how far the Gram matrix of (1, C, H, W) is from `wanted`, (C, C): 0 when equal."""
    return (gram(features) - wanted).square().sum() / wanted.square().sum().clamp_min(1e-12)


def total_variation(picture: Tensor) -> Tensor:
    """Return the mean square of the differences of neighbouring pixels of (1, 3, H, W)."""
    across = picture[..., :, 1:] - picture[..., :, :-1]
    down = picture[..., 1:, :] - picture[..., :-1, :]
    return across.square().mean() + down.square().mean()
