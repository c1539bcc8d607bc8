"""All looks at one face together: who is asked when, and when it begins anew."""

import numpy as np
import pytest
from plain_looks import Looks

from facedesk.liveness.answer import Doubt, Liveness, Look
from facedesk.liveness.watch import LivenessWatch

IMAGE = np.full((160, 160, 3), 120, np.uint8)
FACE = np.array([[60, 60], [100, 60], [80, 85], [65, 105], [95, 105]], np.float32)


def show(watch, seconds, start_s=0.0, rate=25, image=IMAGE):
    for number in range(round(seconds * rate)):
        watch.see(image, FACE, start_s + number / rate)


def test_no_two_looks_are_asked_at_one_picture_and_each_about_once_a_second():
    looks = Looks()
    watch = LivenessWatch(looks)
    show(watch, 10)
    asked = [number for look in looks.begun[-1] for number in look.asked]
    assert len(set(asked)) == len(asked)
    assert [len(look.asked) for look in looks.begun[-1]] == [pytest.approx(10, abs=1)] * 3
    assert all(look.seen == 250 for look in looks.begun[-1])


def test_faces_of_one_picture_take_turns():
    looks = Looks()
    watches = [LivenessWatch(looks, turn) for turn in range(4)]
    for watch in watches:
        show(watch, 5)
    asked = [{n for look in begun for n in look.asked} for begun in looks.begun]
    assert len(set.union(*asked)) == sum(map(len, asked))


def test_a_face_is_live_or_flat_after_three_seconds():
    for image, word in ((IMAGE - 60, Liveness.LIVE), (IMAGE + 60, Liveness.FLAT)):
        watch = LivenessWatch(Looks())
        show(watch, 2.5, image=image)
        assert watch.answer().doubt is Doubt.SHORT
        show(watch, 1, start_s=2.5, image=image)
        answer = watch.answer()
        assert answer.liveness is word
        assert answer.seconds == pytest.approx(3.5, abs=0.1)
        assert {each.look for each in answer.evidence} == set(Look)


def test_looking_again_asks_everybody():
    looks = Looks()
    watch = LivenessWatch(looks)
    show(watch, 4, image=IMAGE - 60)
    watch.see(IMAGE + 60, FACE, 4.0)
    watch.look_again()
    assert all(each.flat > 0 for each in watch.answer().evidence)


@pytest.mark.parametrize("later_s", [20.0, 1.0])
def test_a_face_that_was_lost_is_watched_from_the_beginning(later_s):
    watch = LivenessWatch(Looks())
    show(watch, 5, image=IMAGE + 60)
    watch.see(IMAGE, FACE, later_s)
    answer = watch.answer()
    assert (answer.liveness, answer.doubt) == (Liveness.NOT_SURE, Doubt.SHORT)
    assert answer.seconds == 0


def test_five_pictures_a_second_make_nobody_sure():
    watch = LivenessWatch(Looks())
    show(watch, 8, rate=5, image=IMAGE + 60)
    assert watch.answer().doubt is Doubt.FEW


def test_before_anything_was_seen_there_is_an_answer():
    assert LivenessWatch(Looks()).answer().doubt is Doubt.SHORT
