"""Downloads models that facedesk knows, and registers them."""

from collections.abc import Callable

from facedesk.downloads.download import download
from facedesk.downloads.downloadable import Downloadable
from facedesk.encoder.adding_models import add_model, examine
from facedesk.encoder.registry import RegisteredModel, registered
from facedesk.errors import ModelThere
from facedesk.paths import Paths


def download_model(
    wanted: Downloadable, places: Paths, progress: Callable[[int, int], None]
) -> RegisteredModel:
    """Fetch a model, try it, and register it.

    progress: see download(). Raises ModelThere, what download() raises, and what examine() and
    add_model() do.
    """
    for model in registered(places.models):
        if model.sha256 == wanted.sha256:
            raise ModelThere(name=model.name)
    file = download(wanted, places.downloads, progress)
    model = add_model(examine(file), places.models)
    file.unlink(missing_ok=True)
    return model
