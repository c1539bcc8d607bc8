import dataclasses
import io

import numpy as np
import pytest
from PIL import Image

from facedesk.training import augmentation
from facedesk.training.augmentation import EFFECTS, augmented
from facedesk.vision.alignment import align

EFFECT = pytest.mark.parametrize("effect", EFFECTS, ids=[effect.name for effect in EFFECTS])


def aligned(picture, models):
    (detection,) = models.detector.detect(picture)
    return align(picture, detection).image


@pytest.fixture
def chip(astronaut, models):
    return aligned(astronaut, models)


def many(effect, chip, count=40):
    return [effect(chip, np.random.default_rng(seed)) for seed in range(count)]


def sharpness(image):
    """Mean absolute difference of neighbours."""
    return np.abs(np.diff(image.astype(float), axis=1)).mean()


@EFFECT
def test_every_effect_keeps_the_shape_and_changes_the_picture(effect, chip):
    before = chip.copy()
    for seed in range(5):
        found = effect.apply(chip, np.random.default_rng(seed))
        assert (found.shape, found.dtype) == ((150, 150, 3), np.uint8)
        assert not np.array_equal(found, chip)
    np.testing.assert_array_equal(chip, before)


@EFFECT
def test_every_effect_is_the_same_for_the_same_seed(effect, chip):
    first, again = (effect.apply(chip, np.random.default_rng(7)) for _ in range(2))
    np.testing.assert_array_equal(first, again)


def test_flipped_twice_is_as_it_was(chip):
    random = np.random.default_rng(1)
    twice = augmentation.flipped(augmentation.flipped(chip, random), random)
    np.testing.assert_array_equal(twice, chip)


def test_misaligned_moves_points_by_a_few_pixels(chip):
    marked = np.zeros_like(chip)
    marked[70:79, 70:79] = 255
    for found in many(augmentation.misaligned, marked):
        rows, columns = np.nonzero(found[:, :, 0] > 127)
        off = np.hypot(rows.mean() - 74, columns.mean() - 74)
        assert off < 6.5
    assert np.mean([found[0, 0].any() for found in many(augmentation.misaligned, chip)]) > 0.5


def test_covered_hides_one_patch_and_nothing_else(chip):
    for found in many(augmentation.covered, chip):
        changed = (found != chip).any(axis=2)
        rows, columns = changed.any(axis=1).nonzero()[0], changed.any(axis=0).nonzero()[0]
        patch = found[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].reshape(-1, 3)
        assert len(np.unique(patch, axis=0)) == 1
        assert 0.02 < len(patch) / 150**2 < 0.21


def test_relit_makes_pictures_darker_and_brighter(chip):
    light = [found.mean() / chip.mean() for found in many(augmentation.relit, chip, 200)]
    assert min(light) < 0.5
    assert max(light) > 1.2


def test_relit_lights_one_side_more_than_the_other():
    grey = np.full((150, 150, 3), 128, np.uint8)
    leaning = [
        found[:, :50].mean() / found[:, -50:].mean() for found in many(augmentation.relit, grey)
    ]
    assert min(leaning) < 0.8
    assert max(leaning) > 1.25


def test_tinted_changes_colours_more_than_light():
    grey = np.full((150, 150, 3), 128, np.uint8)
    each = np.array(
        [found.reshape(-1, 3).mean(axis=0) for found in many(augmentation.tinted, grey)]
    )
    assert np.ptp(each, axis=1).max() > 20
    np.testing.assert_allclose(each.mean(), 128, atol=8)


def test_moved_smears_along_one_direction():
    dot = np.zeros((150, 150, 3), np.uint8)
    dot[75, 75] = 255
    for found in many(augmentation.moved, dot):
        rows, columns = np.nonzero(found[:, :, 0])
        spread = np.linalg.eigvalsh(np.cov([rows, columns]))
        assert spread[1] > 2 * spread[0]


@pytest.mark.parametrize("name", ["moved", "blurred", "coarse"])
def test_what_blurs_takes_detail_away(chip, name):
    effect = getattr(augmentation, name)
    assert all(sharpness(found) < sharpness(chip) for found in many(effect, chip))


def test_coarse_leaves_no_more_than_a_small_picture_has(chip):
    """Shrunk to 101 pixels and enlarged again, a coarse picture stays nearly as it is."""
    for found in many(augmentation.coarse, chip, 10):
        there = Image.fromarray(found).resize((101, 101), Image.Resampling.BILINEAR)
        back = np.array(there.resize((150, 150), Image.Resampling.BILINEAR), float)
        assert np.abs(back - found).mean() < 2


def test_noisy_adds_noise_around_zero():
    grey = np.full((150, 150, 3), 128, np.uint8)
    noise = np.array([found.astype(float) - 128 for found in many(augmentation.noisy, grey)])
    deviations = noise.std(axis=(1, 2, 3))
    assert abs(noise.mean()) < 0.2
    assert 2 <= deviations.min() < 5
    assert 11 < deviations.max() <= 16.5


def test_compressed_is_a_poor_jpeg(chip):
    """Compressed once more as JPEG, it takes less room than the photo does."""

    def size(picture):
        buffer = io.BytesIO()
        Image.fromarray(picture).save(buffer, "JPEG", quality=90)
        return buffer.tell()

    assert all(size(found) < size(chip) for found in many(augmentation.compressed, chip, 10))
    assert np.abs(augmentation.compressed(chip, np.random.default_rng(1)) - chip.astype(int)).max()


def test_augmented_does_each_to_its_share(monkeypatch):
    done = []

    def noted(effect):
        def apply(chip, _random):
            done.append(effect.name)
            return chip

        return dataclasses.replace(effect, apply=apply)

    watched = tuple(noted(effect) for effect in EFFECTS)
    monkeypatch.setattr(augmentation, "EFFECTS", watched)
    random = np.random.default_rng(1)
    for _ in range(2000):
        augmented(np.zeros((2, 2, 3), np.uint8), random)
    for effect in EFFECTS:
        assert done.count(effect.name) / 2000 == pytest.approx(effect.share, abs=0.04)


def test_a_part_of_the_pictures_stays_good_and_a_part_is_poor_in_many_ways(monkeypatch):
    done = []

    def noted(effect):
        return dataclasses.replace(effect, apply=lambda chip, _: done.append(effect.name) or chip)

    lenses = tuple(noted(effect) for effect in EFFECTS if not effect.good)
    monkeypatch.setattr(augmentation, "EFFECTS", lenses)
    counts = []
    for seed in range(1000):
        done.clear()
        augmented(np.zeros((2, 2, 3), np.uint8), np.random.default_rng(seed))
        counts.append(len(done))
    assert np.mean(np.array(counts) == 0) == pytest.approx(augmentation.GOOD, abs=0.06)
    assert np.mean(np.array(counts) >= 4) == pytest.approx(augmentation.POOR, abs=0.1)


def test_augmented_leaves_the_face_as_it_is_kept(chip):
    before = chip.copy()
    found = [augmented(chip, np.random.default_rng(seed)) for seed in range(20)]
    np.testing.assert_array_equal(chip, before)
    assert len({each.tobytes() for each in found}) >= 15


def test_a_person_is_still_the_same_one(chip, admiral, models):
    encoder = models.encoder
    own, other = encoder.vectors(np.stack([chip, aligned(admiral, models)]))
    views = encoder.vectors(np.stack(many(augmented, chip, 20)))
    assert np.mean(views @ own > views @ other) > 0.9
