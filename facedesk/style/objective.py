"""J(G) of one pair of pictures at one size, and its terms."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from facedesk.errors import LayerMissing
from facedesk.style.disguise import Disguise
from facedesk.style.losses import content_loss, gram, style_loss, total_variation
from facedesk.style.network import PerceptualNetwork
from facedesk.style.progress import Losses
from facedesk.style.style_settings import StyleSettings


@dataclass(frozen=True)
class Judged:
    """loss: J(G), to be derived. distance: see StyleProgress."""

    loss: Tensor
    losses: Losses
    distance: float | None


class Objective:
    """What is made small: how far a picture is from the content of one and the style of another."""

    def __init__(
        self,
        content: Tensor,
        style: Tensor,
        network: PerceptualNetwork,
        settings: StyleSettings,
        between: Callable[[], None] = lambda: None,
    ) -> None:
        """content, style: RGB 0…1 (1, 3, H, W). between: called within each step, often."""
        self._network, self._settings, self._between = network, settings, between
        self._style_layers = tuple(each for each in settings.style_layers if each.weight)
        self._wanted = {settings.content_layer, *(each.name for each in self._style_layers)}
        with torch.no_grad():
            self._content = network(content, {settings.content_layer}, between)
            drawn = network(style, self._wanted, between)
            self._grams = {each.name: gram(drawn[each.name]) for each in self._style_layers}

    def judge(self, picture: Tensor, disguise: Disguise | None = None) -> Judged:
        """Return the loss of a picture, RGB 0…1 (1, 3, H, W), and its terms."""
        settings = self._settings
        said = self._network(picture, self._wanted, self._between)
        name = settings.content_layer
        content = settings.content_weight * content_loss(said[name], self._content[name])
        style = picture.new_zeros(())
        for each in self._style_layers:
            style = style + each.weight * style_loss(said[each.name], self._grams[each.name])
        style = settings.style_weight * style
        smoothness = settings.smoothness * total_variation(picture)
        hidden, distance = picture.new_zeros(()), None
        if disguise is not None:
            self._between()
            apart = disguise.distance(picture)
            hidden, distance = disguise.loss(apart), apart.item()
        losses = Losses(content.item(), style.item(), smoothness.item(), hidden.item())
        return Judged(content + style + smoothness + hidden, losses, distance)


def check_layers(network: PerceptualNetwork, settings: StyleSettings) -> None:
    """Find out before the work whether the network has all layers. Raises LayerMissing."""
    named = [settings.content_layer, *(each.name for each in settings.style_layers)]
    for name in named:
        if name not in network.layers:
            raise LayerMissing(layer=name, layers=", ".join(network.layers))
