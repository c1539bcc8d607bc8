import numpy as np

from facedesk.liveness.signals.event import Event
from facedesk.liveness.signals.made_signals import Did, frame_times, made_track
from facedesk.liveness.signals.made_skin import skin_colours
from facedesk.liveness.signals.window import COLUMNS, GREEN, OPENING, PITCH, RED, SCALE, YAW


def test_the_same_seed_makes_the_same_track():
    one, other = (made_track(8, np.random.default_rng(5)) for _ in range(2))
    np.testing.assert_array_equal(one.values, other.values)
    assert one.pulse == other.pulse


def test_tracks_are_tables_in_their_ranges():
    for seed in range(60):
        track = made_track(8, np.random.default_rng(seed))
        count = len(track.times)
        assert track.values.shape == (count, COLUMNS)
        assert track.happened.shape == (len(Event), count)
        assert np.isfinite(track.values).all()
        assert (np.diff(track.times) > 0).all()
        assert track.values[:, OPENING].min() >= 0
        assert track.values[:, OPENING].max() <= 1
        assert track.values[:, SCALE].min() > 0
        assert track.values[:, RED:].min() >= 0
        assert track.values[:, RED:].max() <= 255


def test_a_movement_shows_and_is_told():
    for event, column, sign in (
        (Event.TURN_LEFT, YAW, 1),
        (Event.TURN_RIGHT, YAW, -1),
        (Event.NOD, PITCH, 1),
    ):
        track = made_track(10, np.random.default_rng(2), (Did(event, 4, 2, 30),))
        told = track.happened[event]
        assert 0.8 < np.ptp(track.times[told]) < 1.6
        moved = track.values[told, column].mean() - np.median(track.values[~told, column])
        assert sign * moved > 15


def test_small_movements_are_none():
    track = made_track(10, np.random.default_rng(2), (Did(Event.TURN_LEFT, 4, 2, 5),))
    assert not track.happened[Event.TURN_LEFT].any()


def test_frames_are_dropped_and_missing_but_never_out_of_order():
    for seed in range(100):
        times = frame_times(6, np.random.default_rng(seed))
        assert len(times) > 5
        assert (np.diff(times) > 0).all()


def test_a_pulse_swings_as_hearts_beat_and_most_in_green():
    """Its share of the change is the difference to the same skin without."""
    times = np.arange(0, 20, 1 / 30)
    still = np.zeros((len(times), COLUMNS))
    strengths = []
    for seed in range(30):
        colours = skin_colours(times, still, True, np.random.default_rng(seed))
        swings = np.abs(np.fft.rfft(np.log(colours), axis=0))
        rates = np.fft.rfftfreq(len(times), 1 / 30)
        beat = (rates > 0.65) & (rates < 3.1)
        strengths.append(swings[beat].max(axis=0) / len(times) * 2)
    red, green, blue = np.median(strengths, axis=0)
    assert green > blue > red
    assert 0.001 < green < 0.012
    assert GREEN == RED + 1
