import pytest

from facedesk.downloads.optional_models import OPTIONAL_MODELS, SFACE, YUNET


@pytest.mark.parametrize("model", OPTIONAL_MODELS, ids=lambda model: model.name)
def test_it_can_be_checked_and_comes_encrypted(model):
    assert len(bytes.fromhex(model.sha256)) == 32
    assert model.size > 0
    assert model.licence
    assert all(address.startswith("https://") for address in (*model.addresses, model.page))
    assert all(address.endswith(f"/{model.file}") for address in model.addresses)


def test_it_is_said_whom_the_computer_asks():
    assert YUNET.hosts == ("github.com", "huggingface.co")


def test_no_two_have_one_file():
    assert YUNET.file != SFACE.file
    assert YUNET.sha256 != SFACE.sha256
