import numpy as np
import pytest

from facedesk.liveness.answer import Look
from facedesk.liveness.made.live_clip import live_moving
from facedesk.liveness.made.turning import Poses
from facedesk.liveness.signals.event import Event
from facedesk.liveness.signals.networks import load_signals_networks, save_signals_networks
from facedesk.liveness.signals.watch import SignalsWatch

STILL = np.zeros(90)


def watched(networks, source, closed, poses=None, rate=12.0, mirrored=False):
    """A watch that has seen 7.5 s of a made clip."""
    times = np.arange(len(closed)) / rate
    still = np.zeros(len(closed))
    poses = poses or Poses(still, still, still, np.zeros((len(closed), 3)))
    made = live_moving(
        source, source.image, times, np.random.default_rng(1), poses=poses, closed=closed
    )
    watch = SignalsWatch(networks)
    for picture, landmarks, time_s in zip(made.pictures, made.landmarks, times, strict=True):
        if mirrored:
            picture = np.ascontiguousarray(picture[:, ::-1])
            landmarks = landmarks[[1, 0, 2, 4, 3]] * [-1, 1] + [picture.shape[1] - 1, 0]
        watch.see(picture, landmarks, float(time_s))
    return watch


def blinking():
    closed = STILL.copy()
    for begin in (20, 50, 75):
        closed[begin : begin + 3] = [0.6, 1, 0.6]
    return closed


def turned(sign):
    yaw = STILL.copy()
    yaw[40:60] = sign * 30 * np.sin(np.linspace(0, np.pi, 20))
    return Poses(yaw, STILL, STILL, np.zeros((90, 3)))


def test_nothing_is_said_before_there_is_something(networks, source):
    watch = SignalsWatch(networks)
    assert watch.newest is None
    assert watch.evidence().flat is None
    watch.see(source.image, source.landmarks, 0.0)
    assert watch.evidence().flat is None
    assert watch.newest.time_s == 0.0


@pytest.mark.parametrize("mirrored", [False, True])
def test_blinks_are_counted_and_speak_for_life(networks, source, mirrored):
    evidence = watched(networks, source, blinking(), mirrored=mirrored).evidence()
    assert evidence.look is Look.SIGNALS
    assert evidence.numbers["blinks"] == 3
    assert -2 < evidence.flat < 0
    assert 0.9 < evidence.enough <= 1


def test_a_face_that_never_blinks_is_slight_evidence_of_a_picture(networks, source):
    evidence = watched(networks, source, STILL).evidence()
    assert evidence.numbers["blinks"] == 0
    assert 0 < evidence.flat <= 0.5


@pytest.mark.parametrize("sign", [1, -1])
def test_turns_are_found_and_told_from_each_other(networks, source, sign):
    """The picture's right is the left of who sits before the camera."""
    watch = watched(networks, source, STILL, turned(sign))
    watch.evidence()
    spans = {event: watch.found.spans(event) for event in Event}
    made, other = (Event.TURN_LEFT, Event.TURN_RIGHT)[::sign]
    assert len(spans[made]) == 1
    assert spans[other] == []
    begin, end = spans[made][0]
    assert 40 / 12 < begin < end < 60 / 12


def test_it_keeps_the_last_ten_seconds(networks, source):
    watch = SignalsWatch(networks)
    for second in range(25):
        watch.see(source.image, source.landmarks, float(second))
    assert [each.time_s for each in watch.history] == list(range(14, 25))


def test_five_frames_a_second_some_of_them_dropped_do(networks, source):
    watch = SignalsWatch(networks)
    for frame in range(60):
        if frame % 7:
            watch.see(source.image, source.landmarks, frame / 5)
    evidence = watch.evidence()
    assert evidence.numbers["blinks"] == 0
    assert -0.1 < evidence.flat <= 0.5


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((480, 640, 3), np.uint8),
        np.full((480, 640, 3), 255, np.uint8),
        np.zeros((1, 1, 3), np.uint8),
        np.random.default_rng(1).integers(0, 256, (30, 700, 3), np.uint8),
    ],
)
@pytest.mark.parametrize(
    "landmarks",
    [
        np.zeros((5, 2)),
        np.full((5, 2), np.nan),
        np.random.default_rng(1).uniform(-500, 900, (5, 2)),
        np.array([[300, 200], [340, 200], [320, 225], [305, 240], [335, 240]]),
        np.array([[1e7, 200], [1e7 + 40, 200], [320, 225], [305, 240], [335, 240]]),
    ],
)
def test_odd_pictures_do_not_break_it_nor_are_they_alive(networks, image, landmarks):
    watch = SignalsWatch(networks)
    for frame in range(150):
        watch.see(image, landmarks, frame / 15)
    flat = watch.evidence().flat
    assert flat is None or flat >= 0


def test_what_is_older_than_what_was_seen_is_left_out(networks, source):
    watch = SignalsWatch(networks)
    watch.see(source.image, source.landmarks, 5.0)
    assert watch.see(source.image, source.landmarks, 4.0) is None
    assert watch.newest.time_s == 5.0


def test_the_networks_survive_a_file(networks, tmp_path, monkeypatch):
    from facedesk import resources

    data = save_signals_networks(networks)
    monkeypatch.setattr(resources, "read", lambda name: data)
    again = load_signals_networks()
    for one, other in ((networks.eyes, again.eyes), (networks.signals, again.signals)):
        here, there = one.state_dict(), other.state_dict()
        assert all((here[name] == there[name]).all() for name in here)


@pytest.mark.parametrize("data", [b"", b"nonsense" * 100])
def test_a_damaged_file_is_said(monkeypatch, data):
    from facedesk import errors, resources

    monkeypatch.setattr(resources, "read", lambda name: data)
    with pytest.raises(errors.ResourceMissing):
        load_signals_networks()


def beating(watch, bright):
    """Let it see ten seconds of skin that swings as with a pulse."""
    landmarks = np.array([[80.0, 100], [120, 100], [100, 122], [85, 140], [115, 140]])
    random = np.random.default_rng(1)
    for frame in range(250):
        beat = 0.01 * np.sin(2 * np.pi * 1.2 * frame / 25) * np.array([0.43, 1, 0.69])
        colour = bright * np.array([1, 0.75, 0.6]) * (1 + beat)
        image = colour + random.normal(0, 2, (200, 200, 3))
        watch.see(np.clip(np.rint(image), 0, 255).astype(np.uint8), landmarks, frame / 25)
    return watch.evidence()


def test_a_pulse_is_said_but_not_of_skin_so_bright_that_colours_are_full(networks):
    assert beating(SignalsWatch(networks), 150).numbers["pulse_probability"] > 0.9
    assert "pulse_probability" not in beating(SignalsWatch(networks), 250).numbers


def test_of_thirty_frames_a_second_every_other_is_enough(networks, source):
    watch = SignalsWatch(networks)
    for number in range(30):
        watch.see(source.image, source.landmarks, number / 30)
    assert len(watch.history) == 15
