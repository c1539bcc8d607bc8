"""The VGG-19 that the user may fetch, to draw with instead of facedesk's own network."""

from pathlib import Path

from facedesk.downloads.download import Progress, download
from facedesk.downloads.downloadable import Downloadable
from facedesk.paths import Paths

# Named by its digest, as torchvision does with all its weights.
VGG19 = Downloadable(
    name="VGG-19",
    file="vgg19-dcbb9e9d.pth",
    addresses=("https://download.pytorch.org/models/vgg19-dcbb9e9d.pth",),
    size=574_673_361,
    sha256="dcbb9e9dad569fff7a846263a77324fc34978fea2bfb039c012d710e1776ae44",
    licence="BSD-3-Clause; trained on ImageNet",
    page="https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vgg19.html",
)


def vgg19_at(places: Paths) -> Path | None:
    """Return the file, None before it was fetched."""
    file = places.perceptual / VGG19.file
    return file if file.is_file() else None


def fetch_vgg19(places: Paths, progress: Progress) -> Path:
    """Return the file, fetched if it is not there. progress: see download; raises as it does."""
    return vgg19_at(places) or download(VGG19, places.perceptual, progress)
