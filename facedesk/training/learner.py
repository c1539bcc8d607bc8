"""The network that learns: one step after the other, and all that it needs to go on later."""

from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor, nn

from facedesk.errors import Collapsed, OutOfHand
from facedesk.training.encode import unit_encodings
from facedesk.training.feed import Batch
from facedesk.training.losses import drift, spread, squared_distances, triplet_losses
from facedesk.training.memory import memory_told
from facedesk.training.network import let_learn
from facedesk.training.observation import hardest, histograms
from facedesk.training.optimisers import give_memory, memory_of, optimiser_of
from facedesk.training.progress import Stepped
from facedesk.training.schedule import learning_rate
from facedesk.training.teacher import taught
from facedesk.training.training_settings import TrainingSettings
from facedesk.training.triplets import active_share, select

_COLLAPSED = 1e-3  # spread below which all encodings are as good as equal
_PATIENCE = 20  # steps in a row
_NETWORK, _TAUGHT, _FLAT = "network", "taught", "flat"
_TRIPLETS = 3  # a kind of draws; those of sampling and feed are others


class Learner:
    """A network with its optimiser.

    steps: in all. step: how many are done. taught: unit, float32 (N, D), what the network said of
    all faces at the start; None when nothing is to be kept.
    """

    def __init__(
        self, network: nn.Module, settings: TrainingSettings, device: torch.device
    ) -> None:
        self.network = network.to(device, memory_format=torch.channels_last)
        self.steps = self.step = 0
        self._taught: Tensor | None = None
        self._settings = settings
        self._device = device
        self._parameters = let_learn(self.network, settings.learns)
        self._optimiser = optimiser_of(self._parameters, settings)
        self._flat = 0  # steps in a row in which all encodings were equal

    def remember(self, chips: np.ndarray) -> None:
        """Note what the network says of all faces, uint8 (N, 150, 150, 3), to hold on to it."""
        self._taught = torch.from_numpy(taught(self.network, chips)).to(self._device)

    def learn(self, batch: Batch) -> Stepped:
        """Make a step. Raises Collapsed, OutOfHand, TooLittleMemory."""
        rate = learning_rate(
            self.step, self.steps, self._settings.learning_rate, self._settings.warm_up
        )
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        with memory_told():
            stepped = self._backward(batch, rate)
            nn.utils.clip_grad_norm_(self._parameters, self._settings.clip)
            self._optimiser.step()
        self.step += 1
        return stepped

    def rehearse(self, batch: Batch) -> None:
        """Do the work of a step without learning anything. Raises as learn does."""
        with memory_told():
            self._backward(batch, 0.0)
        self._optimiser.zero_grad()

    def tensors(self) -> dict[str, Tensor]:
        """Return all that a checkpoint must hold, but for the numbers of the steps."""
        found = {f"{_NETWORK}.{name}": each for name, each in self.network.state_dict().items()}
        found |= memory_of(self._optimiser)
        if self._taught is not None:
            found[_TAUGHT] = self._taught
        return found | {_FLAT: torch.tensor(self._flat)}

    def take_up(self, tensors: Mapping[str, Tensor], step: int, steps: int) -> None:
        """Go on from a checkpoint. Raises KeyError, RuntimeError for tensors of something else."""
        start = len(_NETWORK) + 1
        self.network.load_state_dict(
            {name[start:]: each for name, each in tensors.items() if name.startswith(_NETWORK)}
        )
        give_memory(self._optimiser, tensors)
        if _TAUGHT in tensors:
            self._taught = tensors[_TAUGHT].to(self._device)
        self._flat = int(tensors[_FLAT])
        self.step, self.steps = step, steps

    def _backward(self, batch: Batch, rate: float) -> Stepped:
        settings = self._settings
        self._optimiser.zero_grad()
        people = torch.tensor(batch.people, device=self._device)
        encodings = unit_encodings(self.network, batch.chips)
        distances = squared_distances(encodings, encodings)
        random = torch.Generator().manual_seed(_seed(settings.seed, self.step))
        triplets = select(settings.selection, distances, people, random)
        losses = triplet_losses(distances, triplets, settings.margin)
        loss = losses.sum() / max(1, len(losses))
        moved = self._drift(encodings, batch.rows)
        (loss + settings.keep * moved).backward()
        apart = spread(encodings)
        self._watch(float(loss.detach()), apart)
        same, different = histograms(distances, people)
        return Stepped(
            step=self.step + 1,
            steps=self.steps,
            loss=float(loss.detach()),
            drift=float(moved.detach()),
            active=active_share(distances, triplets, settings.margin),
            spread=apart,
            learning_rate=rate,
            same=same,
            different=different,
            hardest=hardest(losses, triplets, distances, batch),
        )

    def _drift(self, encodings: Tensor, rows: np.ndarray) -> Tensor:
        if self._taught is None:
            return encodings.new_zeros(())
        return drift(encodings, self._taught[torch.from_numpy(rows).to(self._device)])

    def _watch(self, loss: float, apart: float) -> None:
        """Stop what leads nowhere."""
        if not np.isfinite(loss) or not np.isfinite(apart):
            raise OutOfHand
        self._flat = self._flat + 1 if apart < _COLLAPSED else 0
        if self._flat >= _PATIENCE:
            raise Collapsed


def _seed(seed: int, step: int) -> int:
    """Return the seed of what is drawn in a step, 0…2⁶³ − 1."""
    drawn = np.random.SeedSequence([seed, _TRIPLETS, step]).generate_state(1, np.uint64)[0]
    return int(drawn >> np.uint64(1))
