"""What keeps a picture from being drawn in another one's style."""

from facedesk.errors.base import FacedeskError


class StyleRefused(FacedeskError):
    """Pictures, settings or weights with which nothing can be drawn."""

    code = "style_refused"
    sentence = "Nothing can be drawn with this."


class PictureTooNarrow(StyleRefused):
    """Too few pixels across for the deepest layer."""

    code = "picture_too_narrow"
    sentence = (
        "A side of the picture, or of the style, is too short: at {size} pixels it would have "
        "{side}, and {needed} are needed. Choose a larger size, or cut the picture."
    )


class PictureTakesMemory(StyleRefused):
    """More is needed than there is."""

    code = "picture_takes_memory"
    sentence = (
        "There is too little memory for a picture of {size} pixels. Close other programs, or "
        "choose a size up to {fits}."
    )


class PerceptualUnreadable(StyleRefused):
    """A file that does not hold the weights of a perceptual network."""

    code = "perceptual_unreadable"
    sentence = (
        "{path} does not hold the weights of a VGG-19. Choose vgg19-dcbb9e9d.pth of torchvision, "
        "or the same as .safetensors."
    )


class LayerMissing(StyleRefused):
    """The network has no layer of this name."""

    code = "layer_missing"
    sentence = "This network has no layer {layer}. It has: {layers}."


class EncoderOpaque(StyleRefused):
    """Its gradient can't be had."""

    code = "encoder_opaque"
    sentence = (
        "A picture can be kept from being recognised only with facedesk's own encoder, or one "
        "that was trained here. Choose that encoder in Settings."
    )


class NothingToLearnFrom(StyleRefused):
    """No photo is large enough for a perceptual network to learn from."""

    code = "nothing_to_learn_from"
    sentence = (
        "None of the photos can be read and has {side} pixels on each side. Choose other folders."
    )
