"""Whatever a camera gives, the whole watch never fails and never says the wrong word."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from facedesk.encoder.models import detect_main_face
from facedesk.liveness.answer import Doubt, Liveness, LivenessAnswer
from facedesk.liveness.made.kinds import Kind, make_clip
from facedesk.liveness.made.scene import SourceFace
from facedesk.liveness.networks import load_networks
from facedesk.liveness.watch import LivenessWatch

RATE, SECONDS = 15, 4
TIMES = np.arange(RATE * SECONDS) / RATE
WRONG = {Kind.LIVE: Liveness.FLAT, Kind.PRINT: Liveness.LIVE, Kind.CLIP_ON_SCREEN: Liveness.LIVE}
MIRRORED = [1, 0, 2, 4, 3]  # where each landmark is when left and right change places


@dataclass(frozen=True, eq=False)
class Shown:
    """What a watch is shown: pictures, landmarks and times."""

    pictures: list[np.ndarray]
    landmarks: np.ndarray
    times: np.ndarray

    def only(self, rows):
        return Shown([self.pictures[row] for row in rows], self.landmarks[rows], self.times[rows])


@pytest.fixture(scope="module")
def networks():
    found = load_networks()
    assert found.problems == ()
    return found


@pytest.fixture(scope="module")
def clips(source, admiral, models):
    """A clip of each kind: alive is Eileen, the others are pictures of Grace."""
    grace = SourceFace(admiral, detect_main_face(admiral, models).landmarks)
    made = {}
    for kind in WRONG:
        face = source if kind is Kind.LIVE else grace
        clip = make_clip(kind, face, admiral, TIMES, np.random.default_rng(11))
        made[kind] = Shown(clip.pictures, clip.found, TIMES)
    return made


def answers_of(networks, shown):
    """What is answered after each picture, asking every look now and then."""
    watch, answers = LivenessWatch(networks), []
    for number, picture in enumerate(shown.pictures):
        watch.see(picture, shown.landmarks[number], float(shown.times[number]))
        if number % RATE == RATE - 1:
            watch.look_again()
        answers.append(watch.answer())
    return answers


def as_it_is(shown):
    return shown


def lost_for_a_second(shown):
    return shown.only(np.flatnonzero((shown.times < 1.5) | (shown.times > 2.6)))


def very_dark(shown):
    return replace(shown, pictures=[picture // 10 for picture in shown.pictures])


def darker_with_noise(shown):
    random = np.random.default_rng(1)
    noisy = [p // 4 + random.integers(0, 12, p.shape, dtype=np.uint8) for p in shown.pictures]
    return replace(shown, pictures=noisy)


def five_a_second(shown):
    return shown.only(np.arange(0, len(shown.times), 3))


def with_pictures_dropped(shown):
    return shown.only(np.flatnonzero(np.random.default_rng(2).random(len(shown.times)) > 0.3))


def mirrored(shown):
    width = shown.pictures[0].shape[1]
    pictures = [np.ascontiguousarray(picture[:, ::-1]) for picture in shown.pictures]
    landmarks = np.array([width - 1, 0]) + shown.landmarks[:, MIRRORED] * [-1, 1]
    return replace(shown, pictures=pictures, landmarks=landmarks)


def half_out_of_the_picture(shown):
    left = int(shown.landmarks[:, 2, 0].mean())
    pictures = [np.ascontiguousarray(picture[:, left:]) for picture in shown.pictures]
    return replace(shown, pictures=pictures, landmarks=shown.landmarks - [left, 0])


def of_another_size_from_the_middle_on(shown):
    half = len(shown.times) // 2
    larger = [picture.repeat(2, 0).repeat(2, 1) for picture in shown.pictures[half:]]
    landmarks = np.concatenate([shown.landmarks[:half], 2 * shown.landmarks[half:]])
    return replace(shown, pictures=shown.pictures[:half] + larger, landmarks=landmarks)


HOW = [
    as_it_is,
    lost_for_a_second,
    very_dark,
    darker_with_noise,
    five_a_second,
    with_pictures_dropped,
    mirrored,
    half_out_of_the_picture,
    of_another_size_from_the_middle_on,
]


@pytest.mark.parametrize("how", HOW, ids=lambda how: how.__name__)
@pytest.mark.parametrize("kind", WRONG, ids=lambda kind: kind.name)
def test_the_wrong_word_is_never_said(networks, clips, kind, how):
    words = {answer.liveness for answer in answers_of(networks, how(clips[kind]))}
    assert WRONG[kind] not in words


@pytest.mark.parametrize(
    ("how", "doubt"),
    [(very_dark, Doubt.DARK), (five_a_second, Doubt.FEW), (lost_for_a_second, Doubt.SHORT)],
)
def test_poor_pictures_are_said_to_be_the_reason(networks, clips, how, doubt):
    last = answers_of(networks, how(clips[Kind.LIVE]))[-1]
    assert (last.liveness, last.doubt) == (Liveness.NOT_SURE, doubt)


def test_of_two_faces_each_has_its_own_answer(networks, clips):
    """Eileen to the left, a print of Grace to the right."""
    living, printed = clips[Kind.LIVE], clips[Kind.PRINT]
    watches = LivenessWatch(networks, 0), LivenessWatch(networks, 1)
    for number, time in enumerate(TIMES):
        both = np.concatenate([living.pictures[number], printed.pictures[number]], axis=1)
        watches[0].see(both, living.landmarks[number], float(time))
        watches[1].see(both, printed.landmarks[number] + [320, 0], float(time))
    for watch in watches:
        watch.look_again()
    assert watches[0].answer().liveness is not Liveness.FLAT
    assert watches[1].answer().liveness is not Liveness.LIVE


def test_who_comes_after_a_living_face_has_to_be_watched_anew(networks, clips):
    living, printed = clips[Kind.LIVE], clips[Kind.PRINT]
    shown = Shown(
        living.pictures + printed.pictures,
        np.concatenate([living.landmarks, printed.landmarks]),
        np.concatenate([TIMES, TIMES + SECONDS + 1]),
    )
    after = answers_of(networks, shown)[len(TIMES) :]
    assert after[0].doubt is Doubt.SHORT
    assert Liveness.LIVE not in {answer.liveness for answer in after}


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((240, 320, 3), np.uint8),
        np.full((240, 320, 3), 255, np.uint8),
        np.random.default_rng(3).integers(0, 256, (240, 320, 3), dtype=np.uint8),
        np.full((5, 7, 3), 90, np.uint8),
    ],
    ids=["black", "white", "noise", "tiny"],
)
@pytest.mark.parametrize("moved", [0.0, 4000.0, -4000.0, np.nan])
def test_what_shows_no_face_is_not_alive(networks, picture, moved):
    marks = np.array([[140, 100], [180, 100], [160, 125], [145, 145], [175, 145]]) + moved
    shown = Shown([picture] * 50, np.stack([marks] * 50), np.arange(50) / RATE)
    assert Liveness.LIVE not in {each.liveness for each in answers_of(networks, shown)}


@pytest.mark.parametrize("times", [np.zeros(50), -np.arange(50) / RATE, np.arange(50) * 1e6])
def test_odd_times_make_nobody_live_or_flat(networks, clips, times):
    shown = replace(clips[Kind.LIVE].only(np.arange(50)), times=times)
    answers = answers_of(networks, shown)
    assert all(isinstance(each, LivenessAnswer) for each in answers)
    assert {each.liveness for each in answers} == {Liveness.NOT_SURE}
