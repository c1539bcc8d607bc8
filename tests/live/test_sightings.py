import numpy as np

from facedesk.capture.frame import Frame
from facedesk.live.sightings import SightingLog
from facedesk.live.view import LiveView, SeenFace
from facedesk.liveness.answer import Liveness, LivenessAnswer
from facedesk.matching.decision import NOBODY, Answer, Decision, Match
from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality
from facedesk.vision.shot import Shot

QUALITY = Quality(60, 0.1, 130, 0, 0, 1)
DETECTION = Detection(np.zeros(4, np.float32), np.zeros((5, 2), np.float32), 1.0)


def ada(score=7.0, answer=Answer.KNOWN):
    return Decision(answer, Match(1, "Ada", score, 0.1), None)


def view_at(time_s, *faces):
    """Each face: track id, decision."""
    frame = Frame(np.zeros((1, 1, 3), np.uint8), 0, time_s, time_s, 0)
    return LiveView(frame, tuple(SeenFace(t, DETECTION, QUALITY, d, None) for t, d in faces))


def sightings_of(*moments):
    """Each moment: time, then (track id, decision) of every face."""
    log, found = SightingLog(), []
    for time_s, *faces in moments:
        found += log.observe(view_at(time_s, *faces))
    return [*found, *log.finish()]


def test_a_person_is_seen_from_the_first_to_the_last_frame():
    (seen,) = sightings_of((1.0, (1, ada(6.5))), (1.5, (1, ada(8.0))), (2.0, (1, ada(7.0))))
    assert (seen.person, seen.start_s, seen.end_s, seen.frames, seen.score) == (
        "Ada",
        1.0,
        2.0,
        3,
        8.0,
    )


def test_the_time_before_the_name_was_certain_belongs_to_the_sighting():
    (seen,) = sightings_of(
        (1.0, (1, NOBODY)), (2.0, (1, ada(answer=Answer.UNSURE))), (3.0, (1, ada()))
    )
    assert (seen.person, seen.start_s, seen.frames) == ("Ada", 1.0, 3)


def test_the_score_of_someone_else_who_seemed_likelier_at_first_is_not_kept():
    bob = Decision(Answer.UNSURE, Match(2, "Bob", 9.0, 0.1), None)
    (seen,) = sightings_of((1.0, (1, bob)), (2.0, (1, ada(7.0))))
    assert (seen.person, seen.score) == ("Ada", 7.0)


def test_a_short_absence_does_not_end_a_sighting_even_with_a_new_track():
    assert len(sightings_of((0.0, (1, ada())), (1.9, (2, ada())))) == 1


def test_a_long_absence_does():
    first, second = sightings_of((0.0, (1, ada())), (5.0, (2, ada())))
    assert (first.end_s, second.start_s) == (0.0, 5.0)


def test_strangers_are_seen_too_one_per_track():
    moments = [(i / 10, (1, NOBODY), (2, NOBODY)) for i in range(5)]
    assert [s.person for s in sightings_of(*moments)] == [None, None]


def test_a_flicker_is_no_stranger():
    assert sightings_of((0.0, (1, NOBODY)), (0.1, (1, NOBODY))) == []


def test_a_face_not_yet_decided_about_is_nobody():
    assert sightings_of(*[(i / 10, (1, None)) for i in range(9)]) == []


def test_a_sighting_tells_who_it_was_and_of_which_tracks_it_was_made():
    stranger, person = sorted(
        sightings_of(
            (0.0, (1, NOBODY), (4, NOBODY)),
            (1.0, (1, ada()), (4, NOBODY)),
            (2.0, (2, ada()), (4, NOBODY)),
        ),
        key=lambda seen: seen.person_id is not None,
    )
    assert (stranger.person_id, stranger.tracks) == (None, (4,))
    assert (person.person_id, person.tracks) == (1, (1, 2))


def test_the_best_picture_of_all_tracks_is_kept():
    def seen(track_id, eye_distance):
        quality = Quality(eye_distance, 0.1, 130, 0, 0, 1)
        shot = Shot(np.zeros((1, 1, 3), np.uint8), DETECTION, quality)
        return SeenFace(track_id, DETECTION, quality, ada(), shot)

    log = SightingLog()
    for now, face in enumerate([seen(1, 20), seen(2, 40), seen(3, 30)]):
        frame = Frame(np.zeros((1, 1, 3), np.uint8), now, now, now, 0)
        log.observe(LiveView(frame, (face,)))
    (open_,) = log.open
    assert open_.best_shot.quality.eye_distance == 40


def test_what_has_not_ended_can_be_looked_at():
    log = SightingLog()
    for now, *faces in [(0.0, (1, ada()), (2, NOBODY)), (1.0, (1, ada()))]:
        frame = Frame(np.zeros((1, 1, 3), np.uint8), 0, now, now, 0)
        seen = tuple(SeenFace(t, DETECTION, QUALITY, d, None) for t, d in faces)
        log.observe(LiveView(frame, seen))
    (open_,) = log.open  # the stranger was no more than a flicker
    assert (open_.person, open_.end_s) == ("Ada", 1.0)
    assert [seen.person for seen in log.finish()] == ["Ada"]
    assert log.open == ()


def test_who_was_named_is_no_stranger_while_facedesk_is_unsure():
    unsure = ada(answer=Answer.UNSURE)
    moments = [(0.0, (1, ada())), *[(i / 10, (1, unsure)) for i in range(1, 9)]]
    (seen,) = sightings_of(*moments)
    assert (seen.person, seen.end_s, seen.frames) == ("Ada", 0.8, 9)


def test_the_gap_that_ends_a_sighting_can_be_chosen_for_people_alone():
    moments = [(0.0, (1, ada())), *[(i / 10, (2, NOBODY)) for i in range(5)], (30.0, (1, ada()))]
    log, found = SightingLog(gap_s=60.0), []
    for moment in moments:
        found += log.observe(view_at(*moment))
    assert [s.person for s in found] == [None]
    assert [(s.person, s.end_s) for s in log.finish()] == [("Ada", 30.0)]


def test_a_sighting_keeps_what_was_last_certain_about_its_liveness():
    def said(*words):
        answers = [word and LivenessAnswer(word, (), 4.0) for word in words]
        log = SightingLog()
        for number, answer in enumerate(answers):
            face = SeenFace(1, DETECTION, QUALITY, ada(), None, answer)
            log.observe(LiveView(view_at(number / 10).frame, (face,)))
        (seen,) = log.finish()
        return seen.liveness

    live, flat, unsure = Liveness.LIVE, Liveness.FLAT, Liveness.NOT_SURE
    assert said(None, None, None) is None
    assert said(unsure, unsure, unsure) is unsure
    assert said(unsure, live, unsure) is live
    assert said(live, flat, flat) is flat
