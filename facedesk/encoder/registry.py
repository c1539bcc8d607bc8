"""The models to choose from: those that come with facedesk, and the user's own.

Each of the user's own has a folder: the file as it was added, registration.json, its card if it
has one, and what was measured with it (see matching.grounds).
"""

import hashlib
import json
import logging
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.known_files import Kind
from facedesk.encoder.pixels import Pixels
from facedesk.errors import ModelDamaged, ModelGone, ModelUnknown
from facedesk.paths import Paths
from facedesk.settings import Settings
from facedesk.vision.detector_id import DETECTOR_ID

_log = logging.getLogger(__name__)

ENCODER_SETTING, DETECTOR_SETTING = "recognition.encoder", "recognition.detector"
REGISTRATION = "registration.json"
ONNX_SUFFIX, TRAINED_SUFFIX = ".onnx", ".safetensors"
CARD = "card.md"


@dataclass(frozen=True)
class RegisteredModel:
    """A model to choose.

    id: of its templates as well, for an encoder; another one whenever these come to other numbers.
    file: None for what comes with facedesk. pixels: how an ONNX encoder wants its colours. added:
    the day, such as 2026-05-04.
    """

    id: str
    name: str
    kind: Kind
    licence: str
    source: str
    built_in: bool
    file: Path | None = None
    sha256: str = ""
    pixels: Pixels | None = None
    added: str = ""

    @property
    def card(self) -> Path | None:
        """Its model card; None without one."""
        card = self.file.with_name(CARD) if self.file else None
        return card if card and card.is_file() else None

    @property
    def trained(self) -> bool:
        """Whether it was trained here."""
        return self.file is not None and self.file.suffix == TRAINED_SUFFIX

    def read(self) -> bytes:
        """Return the file's contents, those that were added. Raises ModelGone, ModelDamaged."""
        try:
            data = self.file.read_bytes()
        except OSError as error:
            raise ModelGone(name=self.name, path=self.file) from error
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise ModelDamaged(name=self.name, path=self.file)
        return data


BUILT_IN = (
    RegisteredModel(
        ENCODER_ID,
        "ResNet-29",
        "encoder",
        "CC0 and MIT",
        "dlib's face recognition network with facedesk's last layer",
        True,
    ),
    RegisteredModel(
        DETECTOR_ID, "MTCNN", "detector", "MIT", "the weights of the package mtcnn", True
    ),
)


@dataclass(frozen=True)
class ModelChoice:
    """Which models to recognise with, by their ids.

    models: the folder of the user's own models; calibrations: that of their own calibrations; None
    for those who have none.
    """

    encoder: str = ENCODER_ID
    detector: str = DETECTOR_ID
    models: Path | None = None
    calibrations: Path | None = None


def chosen_models(places: Paths, settings: Settings) -> ModelChoice:
    """Return what the user has chosen."""
    return ModelChoice(
        settings.get(ENCODER_SETTING) or ENCODER_ID,
        settings.get(DETECTOR_SETTING) or DETECTOR_ID,
        places.models,
        places.calibrations,
    )


def chosen_setting(model: RegisteredModel) -> tuple[str, str]:
    """Return the key and value of the setting that chooses a model."""
    key = ENCODER_SETTING if model.kind == "encoder" else DETECTOR_SETTING
    return key, "" if model in BUILT_IN else model.id


def replace_model(choice: ModelChoice, model: RegisteredModel) -> ModelChoice:
    """Return the choice with this encoder, or this detector, instead."""
    return replace(choice, **{model.kind: model.id})


def registered(folder: Path | None) -> tuple[RegisteredModel, ...]:
    """Return all models: those that come with facedesk first, then the user's own by name.

    folder: that of the user's own. A registration that can't be read counts as none.
    """
    own = [_read(path) for path in folder.glob(f"*/{REGISTRATION}")] if folder else []
    found = [model for model in own if model is not None]
    return (*BUILT_IN, *sorted(found, key=lambda model: model.name.casefold()))


def registered_model(folder: Path | None, wanted: str, kind: Kind | None = None) -> RegisteredModel:
    """Return the model with an id, or with a name in whatever case. Raises ModelUnknown."""
    for model in registered(folder):
        named = wanted == model.id or wanted.casefold() == model.name.casefold()
        if named and kind in (None, model.kind):
            return model
    raise ModelUnknown(name=wanted)


def registration_of(model: RegisteredModel) -> bytes:
    """Return what stands in the registration file of a user's own model."""
    values = asdict(model) | {"file": model.file.name}
    del values["built_in"]
    return json.dumps(values, indent=1).encode()


def _read(path: Path) -> RegisteredModel | None:
    try:
        values = json.loads(path.read_bytes())
        pixels = values.pop("pixels")
        model = RegisteredModel(**values, built_in=False)
        if model.id != path.parent.name or not all(isinstance(v, str) for v in values.values()):
            raise ValueError("it is not what was registered here")
        return replace(
            model,
            file=path.with_name(Path(model.file).name),
            pixels=Pixels(**pixels) if pixels else None,
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        _log.info("a registration can't be read: %s", error)
        return None
