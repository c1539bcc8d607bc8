"""Makes the signals of tracks by chance: what somebody did, and what is measured of it.

A track is a table as of `window.table`, with the truth beside it. Nothing here was recorded: how
people move and blink, how strong a pulse is and what disturbs it are ranges, wide on purpose.
"""

from dataclasses import dataclass

import numpy as np

from facedesk.liveness.made.expression import eyes_closed
from facedesk.liveness.made.wander import wander
from facedesk.liveness.signals.event import Event
from facedesk.liveness.signals.made_skin import skin_colours
from facedesk.liveness.signals.window import COLUMNS, OPENING, PITCH, RED, ROLL, SCALE, YAW, X, Y

_RATES = (5.0, 8.0, 10.0, 12.5, 15.0, 20.0, 25.0, 30.0)  # frames per second
_DETECTED_EVERY = (1, 5)  # frames; landmarks between are moved along, so that poses stand still
# How far a movement goes: degrees, degrees, and the logarithm of the size.
_REACH = {
    Event.TURN_LEFT: (15.0, 42.0),
    Event.TURN_RIGHT: (15.0, 42.0),
    Event.NOD: (8.0, 22.0),
    Event.COME_CLOSER: (0.17, 0.5),
}
_HOLD_S = {Event.NOD: 0.4}
_SMALL = 0.35  # of the least reach: such movements are made, too, and are none


@dataclass(frozen=True, eq=False)
class MadeTrack:
    """N frames. times: seconds, (N,). values: float64 (N, 10), see window.table.

    happened: bool (5, N), which events there truly were at the frames. pulse: whether the skin has
    one.
    """

    times: np.ndarray
    values: np.ndarray
    happened: np.ndarray
    pulse: bool


@dataclass(frozen=True)
class Did:
    """A movement that is made: from when on, for how long, and how far at most."""

    event: Event
    begin_s: float
    length_s: float
    reach: float

    def at(self, times: np.ndarray) -> np.ndarray:
        """Return how far it is made at each time: 0 … reach; a third of the time each way."""
        share = (times - self.begin_s) / self.length_s
        ramp = np.clip(np.minimum(share, 1 - share) * 3, 0, 1)
        return self.reach * (1 - np.cos(np.pi * ramp)) / 2


def made_track(
    seconds: float, random: np.random.Generator, did: tuple[Did, ...] | None = None
) -> MadeTrack:
    """Return a track. did: the movements in it, by chance where not given."""
    times = frame_times(seconds, random)
    did = _chance_movements(seconds, random) if did is None else did
    values = np.zeros((len(times), COLUMNS))
    moved = {event: np.zeros(len(times)) for event in Event}
    happened = np.zeros((len(Event), len(times)), bool)
    for each in did:
        way = each.at(times)
        moved[each.event] += way
        if each.event in _REACH and each.reach >= _REACH[each.event][0]:
            happened[each.event] |= way > each.reach / 2
    _put_pose(values, times, moved, random)
    shut = np.clip(moved[Event.BLINK] + _blinks(times, random), 0, 1)
    happened[Event.BLINK] = shut > 0.5
    values[:, OPENING] = _openings(shut, values, random)
    pulse = bool(random.random() < 0.5)
    values[:, RED:] = skin_colours(times, values, pulse, random)
    return MadeTrack(times, values, happened, pulse)


def frame_times(seconds: float, random: np.random.Generator) -> np.ndarray:
    """Return when frames come: evenly, nearly, some dropped, and sometimes none for a while."""
    rate = random.choice(_RATES)
    times = np.arange(0, seconds, 1 / rate)
    times = times + random.uniform(-0.25, 0.25, len(times)) * random.uniform(0, 1) / rate
    kept = random.random(len(times)) >= random.choice([0.0, random.uniform(0, 0.15)])
    if random.random() < 0.15:
        begin = random.uniform(0, seconds)
        kept &= (times < begin) | (times > begin + random.uniform(0.3, 2))
    kept[0] = True
    return times[kept]


def _chance_movements(seconds: float, random: np.random.Generator) -> tuple[Did, ...]:
    did = []
    often = random.choice([0.0, 0.15, 0.4])  # in a second
    for _ in range(random.poisson(often * seconds)):
        event = Event(int(random.integers(len(Event))))
        if event is Event.BLINK:
            length, reach = random.uniform(0.5, 1.8), 1.5
        else:
            least, most = _REACH[event]
            small = random.random() < 0.3
            reach = random.uniform(0.05, _SMALL) * least if small else random.uniform(least, most)
            length = random.uniform(0.6, 1.4) + random.uniform(0, _HOLD_S.get(event, 1.5))
        did.append(Did(event, random.uniform(-1, seconds), length, reach))
    return tuple(did)


def _put_pose(
    values: np.ndarray,
    times: np.ndarray,
    moved: dict[Event, np.ndarray],
    random: np.random.Generator,
) -> None:
    """Fill in pose, size and place, as landmarks that are found not quite exactly give them."""
    lively = random.uniform(0.05, 1)
    still = [wander(random, times, lively * reach, 6, 1.2) for reach in (9, 5, 4, 0.08, 0.6, 0.3)]
    turn = moved[Event.TURN_LEFT] - moved[Event.TURN_RIGHT]
    nod = moved[Event.NOD]
    values[:, YAW] = random.normal(0, 6) + still[0] + turn
    values[:, PITCH] = random.normal(0, 7) + still[1] + nod + random.normal(0, 0.08) * turn
    values[:, ROLL] = random.normal(0, 3) + still[2] + random.normal(0, 0.1) * turn
    noise = random.uniform(0.2, 1.5)
    for column in (YAW, PITCH, ROLL):
        values[:, column] += noise * random.standard_normal(len(times))
    every = random.choice(_DETECTED_EVERY)
    values[:, [YAW, PITCH]] = values[np.arange(len(times)) // every * every][:, [YAW, PITCH]]
    size = np.exp(random.uniform(np.log(0.07), np.log(0.25)))
    log_size = (
        moved[Event.COME_CLOSER] + still[3] + 0.008 * noise * random.standard_normal(len(times))
    )
    values[:, SCALE] = size * np.exp(log_size)
    values[:, X] = 0.5 + size * (still[4] + turn / 60)
    values[:, Y] = 0.35 + size * (still[5] + nod / 40)


def _blinks(times: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return how far eyes are shut that nobody asked to shut: 0…1; often they are not at all."""
    if random.random() < 0.35:
        return np.zeros(len(times))
    return eyes_closed(random, times)


def _openings(shut: np.ndarray, values: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return what the eye network says of eyes; behind glasses, or turned away, less clearly."""
    is_open = random.uniform(0.35, 0.97)
    is_shut = random.uniform(0.02, 0.5) * is_open
    turned = np.abs(values[:, YAW] - np.median(values[:, YAW])) / 40
    down = np.maximum(values[:, PITCH] - np.median(values[:, PITCH]), 0) / 25
    seen = is_open - (is_open - is_shut) * shut
    seen = seen * (1 - random.uniform(0, 0.6) * np.clip(turned, 0, 1))
    seen = seen * (1 - random.uniform(0, 0.5) * np.clip(down, 0, 1))
    noise = random.uniform(0.005, 0.1) * (1 + 2 * turned)
    return np.clip(seen + noise * random.standard_normal(len(seen)), 0, 1)
