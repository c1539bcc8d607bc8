"""What keeps facedesk from showing what its encoder has learned."""

from facedesk.errors.base import FacedeskError


class InsightRefused(FacedeskError):
    """Something that can't be looked into."""

    code = "insight_refused"
    sentence = "This can't be shown."


class NoLayersToSee(InsightRefused):
    """An encoder of another kind."""

    code = "no_layers_to_see"
    sentence = (
        "The layers of this encoder can't be shown. Choose the default encoder, or one that "
        "facedesk trained."
    )


class NoSuchLayer(InsightRefused):
    """No layer of that name."""

    code = "no_such_layer"
    sentence = "The encoder has no layer “{key}”. Its layers are: {keys}."


class NoSuchUnit(InsightRefused):
    """No unit of that number."""

    code = "no_such_unit"
    sentence = "Layer {layer} has no unit {unit}. Its units are 0 to {last}."


class NoFacesToSee(InsightRefused):
    """No file shows a face."""

    code = "no_faces_to_see"
    sentence = "None of the {count} photos shows a face. Choose other photos."


class NobodyToSee(InsightRefused):
    """An empty gallery."""

    code = "nobody_to_see"
    sentence = "Nobody is enrolled yet. Enrol somebody first, or choose a folder of photos."
