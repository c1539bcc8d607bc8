"""The challenge, judged from pictures of a head that is moved as it is asked to."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from facedesk.liveness.challenge.challenge import Challenge
from facedesk.liveness.challenge.movement import Movement
from facedesk.liveness.challenge.state import Failure, Outcome
from facedesk.liveness.made.live_clip import live_moving
from facedesk.liveness.made.turning import Poses
from facedesk.liveness.signals.measure import measure
from facedesk.liveness.signals.networks import load_signals_networks

RATE = 12
REST = 12  # frames
LONG = 18  # frames of each movement
ENDED = (Outcome.PASSED, Outcome.FAILED)


class Sitter:
    """Signals of a made clip: at rest, and of each movement; found not quite exactly."""

    def __init__(self, source, seed=1):
        networks, random = load_signals_networks(), np.random.default_rng(seed)
        frames = REST + LONG * len(Movement)
        yaw, pitch, closer, closed = np.zeros((4, frames))
        bump = np.clip(1.5 * np.sin(np.linspace(0, np.pi, LONG)), 0, 1)
        self.at = {m: REST + LONG * k for k, m in enumerate(Movement)}
        for values, movement, reach in (
            (yaw, Movement.TURN_LEFT, 28),
            (yaw, Movement.TURN_RIGHT, -28),
            (pitch, Movement.NOD, 18),
            (closer, Movement.COME_CLOSER, 3.0),
            (closed, Movement.BLINK, 1),
        ):
            values[self.at[movement] :][:LONG] += reach * bump
        shift = np.stack([np.zeros(frames), np.zeros(frames), closer], axis=1)
        made = live_moving(
            source,
            source.image,
            np.arange(frames) / RATE,
            random,
            poses=Poses(yaw, pitch, np.zeros(frames), shift),
            closed=closed,
        )
        apart = np.linalg.norm(made.landmarks[0, 1] - made.landmarks[0, 0])
        found = made.landmarks + random.normal(0, 0.012 * apart, made.landmarks.shape)
        self.frames = [
            measure(picture, landmarks, 0.0, networks.eyes)
            for picture, landmarks in zip(made.pictures, found, strict=True)
        ]

    def rest(self, random):
        return self.frames[int(random.integers(REST))]

    def take(self, challenge, seed=0):
        """Make what is asked for, a moment later; returns how the challenge ends."""
        random, shown = np.random.default_rng(seed), {}  # frames of movements, by when
        asked, free = -1, 0
        for frame in range(60 * RATE):
            state = challenge.state
            if state.outcome in ENDED:
                break
            if state.outcome is Outcome.DOING and state.index != asked:
                asked, begin = state.index, max(frame + int(random.integers(4, 12)), free)
                free = begin + LONG
                movement = self.frames[self.at[state.step] :][:LONG]
                shown |= dict(zip(range(begin, free), movement, strict=True))
            seen = shown.get(frame) or self.rest(random)
            challenge.see(replace(seen, time_s=frame / RATE), frame / RATE)
        return challenge.state

    def repeat(self, challenge, begin=0):
        """Show the whole clip over and over, until the challenge ends."""
        frame = begin
        while challenge.state.outcome not in ENDED:
            seen = self.frames[frame % len(self.frames)]
            challenge.see(replace(seen, time_s=frame / RATE), frame / RATE)
            frame += 1
        return challenge.state


@pytest.fixture(scope="module")
def sitter(source):
    return Sitter(source)


def test_who_moves_as_asked_passes(sitter):
    for seed in range(10):
        state = sitter.take(Challenge.new(Random(seed)), seed)
        assert state.outcome is Outcome.PASSED, (seed, state)


def test_the_same_clip_repeated_does_not_pass(sitter):
    for seed in range(20):
        state = sitter.repeat(Challenge.new(Random(seed)), begin=7 * seed)
        assert state.outcome is Outcome.FAILED, (seed, state)


def test_somebody_who_only_sits_there_is_too_late(sitter):
    challenge, random = Challenge.new(Random(1)), np.random.default_rng(1)
    for frame in range(20 * RATE):
        challenge.see(replace(sitter.rest(random), time_s=frame / RATE), frame / RATE)
    assert challenge.state.failure is Failure.TOO_LATE
