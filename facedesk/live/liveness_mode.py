"""What liveness is used for."""

from enum import Enum


class LivenessMode(Enum):
    """OFF: nothing is looked for. SHOW: it is said beside the name. REQUIRED: without it no name
    is given, no sighting kept and nobody enrolled from the camera.
    """

    OFF = "off"
    SHOW = "show"
    REQUIRED = "required"
