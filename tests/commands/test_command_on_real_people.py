"""What the issue of the first window promised, on the photos and clips beside the checkout."""

import pytest

pytestmark = pytest.mark.shared


@pytest.fixture
def presidents(facedesk, shared):
    portraits = shared / "data" / "portraits"
    assert facedesk("enroll", "Barack Obama", portraits / "obama.jpg").status == 0
    assert facedesk("enroll", "Joe Biden", portraits / "biden.jpg").status == 0
    return portraits


def test_other_photos_of_the_enrolled_are_named(facedesk, presidents):
    photos = [presidents / "obama2.jpg", presidents / "obama3.jpg"]
    for line in facedesk("identify", *photos, "--json").lines:
        (face,) = line["faces"]
        assert (face["person"], face["decision"]) == ("Barack Obama", "known")


def test_other_people_are_not(facedesk, presidents):
    photos = [presidents / "alex-lacamoire.png", presidents / "lin-manuel-miranda.png"]
    for line in facedesk("identify", *photos, "--json").lines:
        assert {face["decision"] for face in line["faces"]} == {"unknown"}


def test_an_enrolled_face_in_a_clip_is_named_and_nobody_is_invented(facedesk, shared, presidents):
    singer = presidents / "lin-manuel-miranda.png"
    assert facedesk("enroll", "Lin-Manuel Miranda", singer).status == 0
    clip = shared / "data" / "clips" / "facerec_short_hamilton_clip.mp4"
    *sightings, last = facedesk("watch", "--source", clip, "--json").lines
    named = {line["person"] for line in sightings} - {None}
    assert "Lin-Manuel Miranda" in named
    assert named <= {"Lin-Manuel Miranda", "Barack Obama"}, "who are both in the clip"
    assert last["summary"]["frames"] == 275


@pytest.mark.parametrize(
    "name",
    [
        "intel_classroom.gif",
        "intel_face-demographics-walking-and-pause.gif",
        "intel_head-pose-face-detection-female.gif",
    ],
)
def test_in_clips_of_strangers_nobody_is_named(facedesk, shared, presidents, name):
    *sightings, _ = facedesk("watch", "--source", shared / "data" / "clips" / name, "--json").lines
    assert sightings, "they are seen"
    assert {line["person"] for line in sightings} == {None}
