"""Makes the colour of skin over time: a pulse or none, under light that is never quite steady.

With each beat of the heart there is more blood in the skin, which takes away green light above all:
W. Verkruysse, L. Svaasand and J. Nelson, "Remote plethysmographic imaging using ambient light",
2008. What it changes in red, green and blue stands about as 0.33 : 0.77 : 0.53, and green by some
tenths of a percent to one percent: G. de Haan and A. van Leest, "Improved motion robustness of
remote-PPG by using the blood volume pulse signature", 2014. Light and movement change all three
colours nearly alike, and by more.
"""

import numpy as np

from facedesk.liveness.made.wander import wander
from facedesk.liveness.signals.window import PITCH, SCALE, YAW, X, Y

SLOWEST, FASTEST = 0.7, 3.0  # beats in a second
_OF_COLOURS = np.array([0.33, 0.77, 0.53]) / 0.77
_STRENGTHS = (0.0012, 0.012)  # share of green by which it swings to either side
_MAINS = (100.0, 120.0)  # times in a second that lamps flicker


def skin_colours(
    times: np.ndarray, values: np.ndarray, pulse: bool, random: np.random.Generator
) -> np.ndarray:
    """Return mean red, green and blue of skin at each time in seconds: float64 (T, 3), 0…255.

    values: (T, 10), of window.table, of which pose, size and place are read: movement changes the
    light on a face.
    """
    bright = random.uniform(35, 190)
    tone = np.array([1.0, random.uniform(0.6, 0.9), random.uniform(0.45, 0.9)]) * bright
    tone *= np.exp(random.uniform(-0.12, 0.12, 3))
    changed = (
        _light(times, random)
        + _movement(values, random)
        + _flicker(times, random)
        + _coloured_light(times, random)
    )
    if pulse:
        changed = changed + _beats(times, random)[:, None] * _signature(random)
    noise = np.exp(random.uniform(np.log(0.0003), np.log(0.003)))
    changed = changed + noise * random.standard_normal(changed.shape)
    return _eight_bits(tone * np.exp(changed), random)


def _beats(times: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return the swings of a heart's beats, which never come quite evenly: (T,)."""
    rate = np.exp(random.uniform(np.log(SLOWEST), np.log(FASTEST)))
    phase = 2 * np.pi * rate * (times + wander(random, times, 0.08, 12, 4)) + random.uniform(0, 7)
    second = random.uniform(0.1, 0.4)
    shape = np.sin(phase) + second * np.sin(2 * phase + random.uniform(0, 2))
    return np.exp(random.uniform(*np.log(_STRENGTHS))) * shape


def _signature(random: np.random.Generator) -> np.ndarray:
    return _OF_COLOURS * random.uniform(0.85, 1.15, 3)


def _light(times: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return clouds, lamps, a camera that adjusts itself, and its white balance: (T, 3)."""
    common = wander(random, times, random.uniform(0, 0.06), 10, 2)
    if random.random() < 0.3:  # exposure goes to another value within moments
        begin = random.uniform(times[0], times[-1])
        step = np.clip((times - begin) / random.uniform(0.05, 0.6), 0, 1)
        common = common + random.normal(0, 0.08) * step
    drift = [wander(random, times, random.uniform(0, 0.01), 10, 3) for _ in range(3)]
    return common[:, None] + np.stack(drift, axis=1)


def _movement(values: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return how a face that moves is lit otherwise, nearly alike in all colours: (T, 3)."""
    units = {YAW: 20.0, PITCH: 15.0, SCALE: 0.03, X: 0.1, Y: 0.1}
    strength = random.choice([0.003, 0.02])
    changed = np.zeros((len(values), 3))
    for column, unit in units.items():
        way = (values[:, column] - values[:, column].mean()) / unit
        changed += way[:, None] * random.normal(0, strength) * (1 + random.normal(0, 0.06, 3))
    return changed


def _flicker(times: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return the light of lamps on the mains, which frames sample too seldom: (T, 3)."""
    if random.random() < 0.5:
        return np.zeros((len(times), 3))
    rate = random.choice(_MAINS) * (1 + random.normal(0, 0.0005))
    wave = random.uniform(0, 0.008) * np.sin(2 * np.pi * rate * times)
    return wave[:, None] * (1 + random.normal(0, 0.05, 3))


def _coloured_light(times: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return something that swings as slowly as hearts beat, but in another colour: (T, 3)."""
    if random.random() < 0.65:
        return np.zeros((len(times), 3))
    rate = random.uniform(SLOWEST, FASTEST)
    wave = np.sin(2 * np.pi * rate * times + random.uniform(0, 7)) * random.uniform(0.001, 0.02)
    colour = random.choice([np.ones(3), [1.0, 0.9, 0.6], [0.3, 0.5, 1.0], [1.0, 0.3, 0.2]])
    return wave[:, None] * colour * (1 + random.normal(0, 0.05, 3))


def _eight_bits(colours: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return means over pixels of whole grey values: some of the rounding is left in them."""
    step = random.choice([0.02, 0.1, 0.4])
    rounded = np.rint(np.clip(colours, 0, 255) / step) * step
    if random.random() < 0.15:  # compression takes over what has hardly changed
        held = np.arange(len(rounded)) // 2 * 2
        rounded = rounded[held]
    return rounded
