import dataclasses

import pytest


def test_a_prepared_photo_knows_its_size(make_photo):
    assert make_photo(side=30).size == (30, 30)


def test_a_prepared_photo_can_not_be_changed(make_photo):
    with pytest.raises(dataclasses.FrozenInstanceError):
        make_photo().quality = 1.0
