from pathlib import Path

import numpy as np
import pytest
from onnx_file import encoder_file

from facedesk import errors
from facedesk.encoder import adding_models
from facedesk.encoder.adding_models import Candidate, add_model, examine, remove_model
from facedesk.encoder.known_files import KnownFile
from facedesk.encoder.network_file import save_network
from facedesk.encoder.pixels import Pixels
from facedesk.encoder.registry import BUILT_IN, registered
from facedesk.encoder.resnet29 import ResNet29
from facedesk.encoder.trial import Tried

BGR = Pixels("bgr", -1, 1)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "My encoder.onnx"
    path.write_bytes(encoder_file(np.random.default_rng(1)))
    return path


@pytest.fixture
def candidate(file):
    """An encoder that was tried."""
    return Candidate(file, Tried("encoder", 128), None)


@pytest.fixture
def own(tmp_path):
    return tmp_path / "models"


def test_a_file_is_copied_in_and_registered(candidate, own, file):
    model = add_model(candidate, own, "  Mine ", BGR)
    assert registered(own)[-1] == model
    assert (model.name, model.kind, model.pixels) == ("Mine", "encoder", BGR)
    assert model.id.startswith("mine-")
    assert model.read() == file.read_bytes()
    assert [path.name for path in own.iterdir()] == [model.id]


def test_without_a_name_it_is_called_as_the_file_is(candidate, own):
    assert add_model(candidate, own, pixels=BGR).name == "My encoder"


def test_other_colours_are_another_encoder(candidate, own):
    first = add_model(candidate, own, "A", BGR)
    second = add_model(candidate, own, "B", Pixels())
    assert first.id.rpartition("-")[2] != second.id.rpartition("-")[2]


def test_how_it_wants_its_colours_must_be_known(candidate, own):
    assert candidate.lacks_pixels
    with pytest.raises(errors.PixelsUnknown, match="--images"):
        add_model(candidate, own)
    assert not own.exists()


def test_of_a_known_file_all_is_known(file, own):
    known = KnownFile("Famous", "encoder", "MIT", "there", BGR)
    model = add_model(Candidate(file, Tried("encoder", 128), known), own)
    assert (model.name, model.licence, model.source) == ("Famous", "MIT", "there")
    assert model.pixels == BGR


def test_the_same_file_is_not_added_twice(candidate, own):
    add_model(candidate, own, "A", BGR)
    with pytest.raises(errors.ModelThere) as refused:
        add_model(candidate, own, "B", BGR)
    assert "“A”" in refused.value.text


def test_two_models_do_not_have_one_name(candidate, own):
    add_model(candidate, own, "A", BGR)
    with pytest.raises(errors.ModelNameTaken) as refused:
        add_model(candidate, own, "a", Pixels())
    assert "“a”" in refused.value.text
    with pytest.raises(errors.ModelNameTaken):
        add_model(candidate, own, "resnet-29", Pixels())


def test_a_name_of_other_letters_is_taken_as_it_is(candidate, own):
    assert add_model(candidate, own, "人 / ../..", BGR).id.startswith("encoder-")


def test_a_full_disk_leaves_nothing_behind(candidate, own, monkeypatch):
    def full(*_):
        raise OSError(28, "simulated")

    monkeypatch.setattr(adding_models, "registration_of", full)
    with pytest.raises(errors.DiskFull):
        add_model(candidate, own, "A", BGR)
    assert list(own.iterdir()) == []


def test_a_folder_that_can_not_be_written_is_said(candidate, own):
    own.write_text("a file in its place")
    with pytest.raises(errors.FolderNotWritable):
        add_model(candidate, own, "A", BGR)


def test_what_is_removed_is_gone_from_the_disk(candidate, own):
    model = add_model(candidate, own, "A", BGR)
    remove_model(model)
    assert registered(own) == BUILT_IN
    assert list(own.iterdir()) == []


def test_what_comes_with_facedesk_is_not_removed():
    with pytest.raises(errors.ModelBuiltIn) as refused:
        remove_model(BUILT_IN[1])
    assert "MTCNN" in refused.value.text


class TestExamining:
    """What a file is, before anything is copied."""

    def test_an_onnx_encoder(self, file):
        assert examine(file) == Candidate(file, Tried("encoder", 128), None)

    def test_a_file_that_is_not_there(self, tmp_path):
        with pytest.raises(errors.ModelFileMissing, match="gone"):
            examine(tmp_path / "gone.onnx")
        with pytest.raises(errors.ModelFileMissing):
            examine(tmp_path)

    def test_a_file_of_another_kind(self):
        with pytest.raises(errors.NotAModel, match=r"test_adding_models\.py"):
            examine(Path(__file__))

    def test_an_encoder_that_was_trained_with_its_card(self, tmp_path, own, trained):
        path = tmp_path / "encoder.safetensors"
        path.write_bytes(trained)
        path.with_suffix(".md").write_text("# Card")
        found = examine(path)
        assert (found.tried, found.lacks_pixels) == (Tried("encoder", 128), False)
        model = add_model(found, own, "Trained")
        assert model.trained
        assert model.card.read_text() == "# Card"

    def test_a_trained_encoder_that_is_damaged(self, tmp_path, trained):
        path = tmp_path / "encoder.safetensors"
        for data in (b"", b"junk" * 100, trained[:-5]):
            path.write_bytes(data)
            with pytest.raises(errors.EncoderUnreadable):
                examine(path)

    def test_a_trained_encoder_that_has_collapsed(self, tmp_path):
        network = ResNet29()
        network.head.weight.data.zero_()
        path = tmp_path / "encoder.safetensors"
        path.write_bytes(save_network(network))
        with pytest.raises(errors.EncodingsUseless):
            examine(path)

    @pytest.fixture
    def trained(self, models):
        return save_network(models.encoder.network)
