"""Somebody before a camera, in numbers: they do as they are told, or a clip of them is repeated."""

from dataclasses import dataclass, replace
from random import Random

import numpy as np

from facedesk.liveness.challenge.challenge import Challenge
from facedesk.liveness.challenge.movement import Movement
from facedesk.liveness.challenge.state import Outcome
from facedesk.liveness.signals.event import Event
from facedesk.liveness.signals.face_signals import FaceSignals
from facedesk.liveness.signals.made_signals import Did, made_track
from facedesk.liveness.signals.window import OPENING, PITCH, RED, ROLL, SCALE, YAW, X, Y

NEUTRAL = FaceSignals(0.0, (0.9, 0.9), 2.0, -6.0, 1.0, 0.15, (0.5, 0.4), (150.0, 110.0, 90.0))
ENDED = (Outcome.PASSED, Outcome.FAILED)
REACH = {
    Movement.TURN_LEFT: 25.0,
    Movement.TURN_RIGHT: 25.0,
    Movement.NOD: 15.0,
    Movement.COME_CLOSER: 0.35,
    Movement.BLINK: 1.0,
}


def doing(movement, begin_s, length_s=1.5, share=1.0):
    return Did(Event[movement.name], begin_s, length_s, share * REACH[movement])


def at(time_s, did=(), noise=None, base=NEUTRAL):
    """What is measured at one time of somebody who makes movements."""
    made = dict.fromkeys(Event, 0.0)
    for each in did:
        made[each.event] += float(each.at(np.array([time_s]))[0])
    turned = made[Event.TURN_LEFT] - made[Event.TURN_RIGHT]
    open_ = base.eyes[0] * (1 - 0.9 * min(made[Event.BLINK], 1))
    jitter = noise.normal(0, 1, 4) if noise else np.zeros(4)
    return replace(
        base,
        time_s=time_s,
        eyes=(open_, open_),
        yaw=base.yaw + turned + jitter[0],
        pitch=base.pitch + made[Event.NOD] + jitter[1],
        scale=base.scale * float(np.exp(made[Event.COME_CLOSER] + 0.01 * jitter[2])),
        place=(base.place[0] + 0.002 * turned, base.place[1] + 0.001 * made[Event.NOD]),
    )


@dataclass
class Person:
    """Waits to be asked, then moves. chosen: what they make of a movement that is asked for."""

    seed: int = 0
    chosen: object = staticmethod(lambda movement: movement)
    mirrored: bool = False
    base: FaceSignals = NEUTRAL

    def take(self, challenge, rate=15.0, longest_s=60.0, frames=None):
        """Let the challenge see them until it ends; returns its state then."""
        noise, did, asked = np.random.default_rng(self.seed), [], -1
        for frame in range(int(longest_s * rate)):
            time_s = frame / rate
            state = challenge.state
            if state.outcome is Outcome.DOING and state.index != asked:
                asked = state.index
                did.append(doing(self.chosen(state.step), time_s + noise.uniform(0.3, 1.2)))
            signals = at(time_s, did, noise, self.base)
            signals = signals.mirrored() if self.mirrored else signals
            challenge.see(frames(frame, signals) if frames else signals, time_s)
            if challenge.state.outcome in ENDED:
                break
        return challenge.state


def repeated(frames, length_s, challenge, begin_s=0.0):
    """Let a challenge see a clip, over and over, until it ends; returns its state then."""
    round_ = 0
    while challenge.state.outcome not in ENDED:
        for each in frames:
            time_s = round_ * length_s + each.time_s
            if time_s >= begin_s:
                challenge.see(replace(each, time_s=time_s), time_s)
        round_ += 1
    return challenge.state


def chance_clip(seed):
    """The signals of somebody who does all kinds of things for some seconds, and their length."""
    random = np.random.default_rng(seed)
    seconds = random.uniform(2, 12)
    track = made_track(seconds, random)
    return [
        FaceSignals(
            float(time_s),
            (row[OPENING], row[OPENING]),
            *row[[YAW, PITCH, ROLL, SCALE]].tolist(),
            (row[X], row[Y]),
            tuple(row[RED:]),
        )
        for time_s, row in zip(track.times, track.values, strict=True)
    ], seconds


def clip_of_all(seed):
    """The signals of somebody who makes each of the movements once, in some order, with rests."""
    random = np.random.default_rng(seed)
    did, time_s = [], 1.0
    for movement in random.permutation(list(Movement)):
        did.append(doing(movement, time_s, random.uniform(1, 2)))
        time_s += did[-1].length_s + random.uniform(0.7, 2)
    frames = [at(frame / 15, did, random) for frame in range(int(time_s * 15))]
    return frames, len(frames) / 15


def new(seed, mirrored=False):
    return Challenge.new(Random(seed), mirrored)


def asking(*movements):
    """A challenge for these movements."""
    return next(c for c in map(new, range(10_000)) if c.movements[: len(movements)] == movements)
