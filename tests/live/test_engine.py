import numpy as np
import pytest
from added_encoder import add_default_again

from facedesk import errors
from facedesk.capture.frame import Frame
from facedesk.encoder.registry import ModelChoice
from facedesk.gallery.enrolment import prepare_photo
from facedesk.live.engine import Engine
from facedesk.live.knowledge import load_knowledge
from facedesk.live.loading import encode_outdated, load_parts
from facedesk.matching.decision import Answer
from facedesk.opencv import cv2


@pytest.fixture
def engine(models, gallery):
    return Engine(models, load_knowledge(models.encoder.id), gallery)


def views_of(engine, *pictures, scene=0, start=0):
    return [
        engine.answer(Frame(picture, start + i, (start + i) / 25, (start + i) / 25, scene))
        for i, picture in enumerate(pictures)
    ]


def answer_of(face):
    return face.decision.answer if face.decision else None


def drifting(image, count):
    """A clip in which the picture moves a little from frame to frame."""
    return [np.roll(image, (i, 2 * i), axis=(0, 1)) for i in range(count)]


def test_an_enrolled_person_is_named_within_a_few_frames(engine, gallery, models, astronaut):
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    views = views_of(engine, *drifting(astronaut, 10))
    (face,) = views[-1].faces
    assert face.decision.answer is Answer.KNOWN
    assert face.decision.match.name == "Eileen Collins"


def test_someone_else_is_unknown(engine, gallery, models, astronaut, admiral):
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    (face,) = views_of(engine, *drifting(admiral, 10))[-1].faces
    assert face.decision.answer is Answer.UNKNOWN


def test_two_people_in_one_picture_are_both_named(engine, gallery, models, astronaut, admiral):
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    gallery.enrol("Grace Hopper", prepare_photo(admiral, models))
    both = np.concatenate([astronaut, admiral[:512]], axis=1)
    faces = views_of(engine, *drifting(both, 10))[-1].faces
    assert {face.decision.match.name for face in faces} == {"Eileen Collins", "Grace Hopper"}
    assert {face.decision.answer for face in faces} == {Answer.KNOWN}


def test_nobody_is_named_twice_in_one_picture(engine, gallery, models, astronaut):
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    blurred = cv2.GaussianBlur(astronaut, (0, 0), 3)
    alone = np.concatenate([blurred, np.zeros_like(astronaut)], axis=1)
    beside_herself = np.concatenate([blurred, astronaut], axis=1)
    views = views_of(engine, *[alone] * 8, *[beside_herself] * 20)
    known = [
        [face.track_id for face in view.faces if answer_of(face) is Answer.KNOWN] for view in views
    ]
    assert {len(tracks) for tracks in known[8:]} == {1}
    assert known[7] != known[-1]


def test_someone_enrolled_while_in_the_picture_is_named_soon(
    engine, gallery, models, astronaut, monkeypatch
):
    monkeypatch.setattr("facedesk.live.engine._LOOK_AT_GALLERY_EVERY_S", 0.0)
    frames = drifting(astronaut, 12)
    (before,) = views_of(engine, *frames[:8])[-1].faces
    assert before.decision.answer is Answer.UNKNOWN
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    (after,) = views_of(engine, *frames[8:], start=8)[-1].faces
    assert after.track_id == before.track_id
    assert after.decision.answer is Answer.KNOWN


def test_someone_removed_is_not_named_any_more(engine, gallery, models, astronaut, monkeypatch):
    monkeypatch.setattr("facedesk.live.engine._LOOK_AT_GALLERY_EVERY_S", 0.0)
    person = gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    frames = drifting(astronaut, 10)
    views_of(engine, *frames[:8])
    gallery.remove(person.id)
    (face,) = views_of(engine, *frames[8:], start=8)[-1].faces
    assert face.decision.answer is Answer.UNKNOWN
    assert face.decision.match is None


def test_one_frame_alone_names_nobody(engine, gallery, models, astronaut):
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    (face,) = views_of(engine, astronaut)[0].faces
    assert face.decision is None


def admiral_where_the_astronaut_is(models, astronaut, admiral):
    """Both faces in the same place, as large, so that the track's box alone could not tell."""
    (there,), (here,) = models.detector.detect(astronaut), models.detector.detect(admiral)
    scale = there.width / here.width
    x, y = there.box[:2] - scale * here.box[:2]
    matrix = np.float32([[scale, 0, x], [0, scale, y]])
    return cv2.warpAffine(admiral, matrix, (512, 512), flags=cv2.INTER_AREA)


def test_whoever_takes_the_same_place_at_a_cut_has_a_track_of_their_own(
    engine, models, astronaut, admiral
):
    other = admiral_where_the_astronaut_is(models, astronaut, admiral)
    (before,) = views_of(engine, *drifting(astronaut, 8))[-1].faces
    (after,) = views_of(engine, *drifting(other, 8), start=8)[-1].faces
    assert after.track_id != before.track_id
    assert after.best_shot.image is not before.best_shot.image


def test_after_a_cut_the_name_does_not_stick_to_the_next_face(
    engine, gallery, models, astronaut, admiral
):
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    other = admiral_where_the_astronaut_is(models, astronaut, admiral)
    views_of(engine, *drifting(astronaut, 8))
    for view in views_of(engine, *drifting(other, 12), start=8)[1:]:
        for face in view.faces:
            named = face.decision is not None and face.decision.answer is Answer.KNOWN
            assert not named, view.frame.number


def test_a_new_scene_begins_new_tracks(engine, astronaut):
    first = views_of(engine, *drifting(astronaut, 3))[-1].faces[0].track_id
    second = views_of(engine, *drifting(astronaut, 3), scene=1, start=3)[-1].faces[0].track_id
    assert first != second


def test_an_empty_picture_has_no_faces(engine):
    assert views_of(engine, np.zeros((480, 640, 3), np.uint8))[0].faces == ()


def test_the_best_shot_is_kept(engine, astronaut):
    (face,) = views_of(engine, *drifting(astronaut, 8))[-1].faces
    assert face.best_shot.image.shape == astronaut.shape
    assert face.best_shot.quality.weight > 0


def test_every_view_says_where_the_time_went(engine, astronaut):
    assert {"track", "detect", "align", "encode"} <= set(views_of(engine, astronaut)[0].stage_ms)


def test_a_stricter_setting_asks_for_a_higher_score(
    engine, gallery, models, astronaut, monkeypatch
):
    monkeypatch.setattr("facedesk.live.engine._LOOK_AT_GALLERY_EVERY_S", 0.0)
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    views_of(engine, *drifting(astronaut, 3))
    balanced = engine._recognition.thresholds
    engine.fpir = 0.001
    views_of(engine, *drifting(astronaut, 3), start=3)
    assert engine._recognition.thresholds.known > balanced.known


def test_the_last_picture_of_a_video_is_reconsidered_when_someone_is_enrolled(
    engine, gallery, models, astronaut, monkeypatch
):
    monkeypatch.setattr("facedesk.live.engine._LOOK_AT_GALLERY_EVERY_S", 0.0)
    last = views_of(engine, *drifting(astronaut, 8))[-1]
    assert engine.reconsider() is None
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    again = engine.reconsider()
    assert again.frame is last.frame
    assert again.faces[0].decision.answer is Answer.KNOWN
    assert engine.reconsider() is None


def test_reconsidering_leaves_the_view_that_was_published_as_it_was(
    engine, gallery, models, astronaut, monkeypatch
):
    monkeypatch.setattr("facedesk.live.engine._LOOK_AT_GALLERY_EVERY_S", 0.0)
    last = views_of(engine, *drifting(astronaut, 8))[-1]
    before = dict(last.stage_ms)
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    engine.reconsider()
    assert last.stage_ms == before


def test_a_gallery_that_could_not_be_read_at_first_is_read_again_at_once(
    engine, gallery, models, astronaut, monkeypatch
):
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))

    def locked(encoder_id):
        raise errors.GalleryLocked

    with monkeypatch.context() as patch:
        patch.setattr(gallery, "templates", locked)
        for _ in range(2):
            with pytest.raises(errors.GalleryLocked):
                views_of(engine, astronaut)
    (face,) = views_of(engine, *drifting(astronaut, 10))[-1].faces
    assert face.decision.answer is Answer.KNOWN


def test_after_a_picture_that_got_no_answer_there_is_nothing_to_reconsider(
    engine, gallery, models, astronaut, monkeypatch
):
    monkeypatch.setattr("facedesk.live.engine._LOOK_AT_GALLERY_EVERY_S", 0.0)
    views_of(engine, *drifting(astronaut, 3))

    def locked():
        raise errors.GalleryLocked

    with monkeypatch.context() as patch:
        patch.setattr(gallery, "revision", locked)
        with pytest.raises(errors.GalleryLocked):
            views_of(engine, astronaut, scene=1, start=3)
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    assert engine.reconsider() is None


def test_before_the_first_picture_there_is_nothing_to_reconsider(engine):
    assert engine.reconsider() is None


def test_with_another_encoder_everyone_is_recognised_by_its_templates(
    engine, gallery, models, astronaut, tmp_path, monkeypatch
):
    monkeypatch.setattr("facedesk.live.engine._LOOK_AT_GALLERY_EVERY_S", 0.0)
    model = add_default_again(models, tmp_path / "models")
    other, knowledge = load_parts(ModelChoice(model.id, models=tmp_path / "models"))
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    before = views_of(engine, *drifting(astronaut, 10))[-1].faces[0]
    assert before.decision.answer is Answer.KNOWN
    engine.use(other, knowledge)
    assert engine.reconsider() is None
    (face,) = views_of(engine, *drifting(astronaut, 10), start=10)[-1].faces
    assert face.decision.answer is Answer.UNKNOWN  # who has no template of it yet
    assert face.track_id > before.track_id
    encode_outdated(gallery, other)
    (face,) = views_of(engine, *drifting(astronaut, 10), start=20, scene=1)[-1].faces
    assert face.decision.match.name == "Eileen Collins"
    engine.use(models, load_knowledge(models.encoder.id))
    (face,) = views_of(engine, *drifting(astronaut, 10), start=30)[-1].faces
    assert face.decision.answer is Answer.KNOWN


def test_other_knowledge_of_the_same_encoder_keeps_the_tracks(engine, models, astronaut):
    before = views_of(engine, *drifting(astronaut, 5))[-1].faces[0]
    engine.use(models, load_knowledge(models.encoder.id))
    (face,) = views_of(engine, *drifting(astronaut, 5), start=5)[-1].faces
    assert face.track_id == before.track_id
