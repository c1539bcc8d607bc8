"""What is wrong with a model: an encoder or a detector that the user has added."""

from facedesk.errors.base import FacedeskError


class ModelError(FacedeskError):
    """A model that can't be used."""

    code = "model"
    sentence = "This model can't be used."


class ModelUnknown(ModelError):
    """Nothing is registered by this id or name."""

    code = "model_unknown"
    sentence = "There is no model “{name}”. “facedesk models list” names those that there are."


class ModelGone(ModelError):
    """The file of a registered model is not there any more."""

    code = "model_gone"
    sentence = "The model “{name}” is gone: {path} can't be read. Remove it, or add it again."


class ModelDamaged(ModelError):
    """The file of a registered model is not the one that was added."""

    code = "model_damaged"
    sentence = "The model “{name}” is damaged: {path} has changed. Remove it, and add it again."


class ModelNotMeasured(ModelError):
    """Nobody knows what scores strangers reach with an encoder."""

    code = "model_not_measured"
    sentence = (
        "The encoder “{name}” can't decide yet: which scores strangers reach with it has not been "
        "measured. Measure it on a folder with a folder of photos for each person."
    )


class ModelRefused(ModelError):
    """A file that is not taken."""

    code = "model_refused"
    sentence = "This file is no model that facedesk can use."


class ModelFileMissing(ModelRefused):
    """The file to add can't be read."""

    code = "model_file_missing"
    sentence = "The file {path} can't be opened. Check that it is there and that you may read it."


class NotAModel(ModelRefused):
    """Neither kind of file."""

    code = "not_a_model"
    sentence = (
        "{path} is no model: it takes an .onnx file, or an encoder.safetensors that facedesk has "
        "trained."
    )


class OnnxUnreadable(ModelRefused):
    """OpenCV can't read it, or broke down over it."""

    code = "onnx_unreadable"
    sentence = "{path} can't be run: it is damaged, or has parts that OpenCV does not know."


class ModelInputWrong(ModelRefused):
    """It takes something else than faces as they are cut out."""

    code = "model_input_wrong"
    sentence = (
        "{path} does not take pictures of {side} × {side} pixels in colour, as encoders of the "
        "ArcFace family do, and it is no YuNet detector."
    )


class ModelOutputWrong(ModelRefused):
    """It says something else than one row of numbers for a face."""

    code = "model_output_wrong"
    sentence = (
        "{path} is no encoder: for a face it gives {found} where one row of 16 to 4096 numbers is "
        "wanted."
    )


class EncodingsUseless(ModelRefused):
    """No numbers, or the same ones for all."""

    code = "encodings_useless"
    sentence = "{path} tells nothing apart: it says the same of every picture, or no numbers."


class PeopleNotToldApart(ModelRefused):
    """Whatever the pixels are made into, people are mixed up."""

    code = "people_not_told_apart"
    sentence = (
        "{path} does not tell the people in this folder apart, whatever order and range its "
        "colours are given in. It is no encoder of faces, or the folder mixes people up."
    )


class PixelsUnknown(ModelRefused):
    """Nobody said how it wants its colours, and there are no photos to find out with."""

    code = "pixels_unknown"
    sentence = (
        "In which order and range {path} wants its colours is not known. Say so (--colour, "
        "--range), or name a folder of people to find out with (--images)."
    )


class ModelNameTaken(ModelRefused):
    """Two models of one name could not be told apart."""

    code = "model_name_taken"
    sentence = "There is a model “{name}” already. Choose another name."


class ModelThere(ModelRefused):
    """The very same file was added before."""

    code = "model_there"
    sentence = "This model was added already, as “{name}”."


class ModelBuiltIn(ModelError):
    """What comes with facedesk stays."""

    code = "model_built_in"
    sentence = "“{name}” comes with facedesk and can't be removed."


class ModelNotSaved(ModelError):
    """The data folder does not take it."""

    code = "model_not_saved"
    sentence = "The model can't be kept in the data folder. The log has the details."
