import pytest


def test_a_person_is_enrolled_with_one_photo(facedesk, photos):
    done = facedesk("enroll", "Eileen Collins", photos / "eileen.jpg")
    assert (done.status, done.out) == (0, "Eileen Collins is enrolled.\n")
    assert facedesk("people").out.startswith("Eileen Collins")


def test_as_json(facedesk, photos):
    (line,) = facedesk("enroll", "Eileen", photos / "eileen.jpg", "--json").lines
    assert line["person"] == "Eileen"
    assert line["accepted"] is True
    assert line["reason"] is None
    assert 0 < line["quality"] <= 1


def test_a_photo_without_a_face_is_refused_with_its_reason(facedesk, photos):
    done = facedesk("enroll", "Nobody", photos / "nobody.png", "--json")
    assert done.status == 1
    (line,) = done.lines
    assert line["accepted"] is False
    assert line["reason"]["code"] == "no_face"
    assert line["reason"]["sentence"] in done.err


def test_a_photo_of_two_people_is_refused(facedesk, photos):
    done = facedesk("enroll", "Both", photos / "both.png")
    assert done.status == 1
    assert "2 faces" in done.err
    assert done.out == ""


def test_a_name_is_given_once(facedesk, photos):
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    done = facedesk("enroll", "EILEEN", photos / "grace.jpg")
    assert done.status == 1
    assert "enrolled already" in done.err


def test_a_file_that_is_not_there_is_one_sentence_and_no_traceback(facedesk, tmp_path):
    done = facedesk("enroll", "Eileen", tmp_path / "nowhere.jpg")
    assert done.status == 1
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err


def test_a_missing_argument_is_wrong_use(facedesk):
    assert facedesk("enroll", "Eileen").status == 2


class TestALikeness:
    @pytest.fixture
    def eileen(self, facedesk, photos):
        assert facedesk("enroll", "Eileen", photos / "eileen.jpg").err == ""

    def test_to_someone_enrolled_is_told_with_what_to_do(self, facedesk, photos, eileen):
        done = facedesk("enroll", "E. Collins", photos / "eileen.jpg", "--json")
        assert done.status == 0
        (line,) = done.lines
        assert line["accepted"] is True
        assert line["looks_like"]["person"] == "Eileen"
        assert line["looks_like"]["score"] > 5
        assert "E. Collins looks like Eileen (score" in done.err
        assert "facedesk remove 'E. Collins' && facedesk enroll Eileen" in done.err
        assert done.err.endswith("--look\n")

    def test_that_is_not_there_is_not_told(self, facedesk, photos, eileen):
        done = facedesk("enroll", "Grace", photos / "grace.jpg", "--json")
        assert done.lines[0]["looks_like"] is None
        assert done.err == ""


class TestALook:
    @pytest.fixture(autouse=True)
    def eileen(self, facedesk, photos):
        facedesk("enroll", "Eileen", photos / "eileen.jpg")

    def test_is_one_more_photo_of_the_person(self, facedesk, photos):
        done = facedesk("enroll", "eileen", photos / "eileen.jpg", "--look")
        assert done.out == "Eileen has another look; that makes 2 photos.\n"
        assert done.err == ""
        (line,) = facedesk("people", "--json").lines
        assert line["photos"] == 2

    def test_that_does_not_look_like_them_is_added_but_told(self, facedesk, photos):
        done = facedesk("enroll", "Eileen", photos / "grace.jpg", "--look", "--json")
        assert done.lines[0]["accepted"] is True
        assert done.lines[0]["looks_like"] is None
        assert "does not look like Eileen (score" in done.err

    def test_that_looks_like_somebody_else_is_told_with_the_name(self, facedesk, photos):
        facedesk("enroll", "Grace", photos / "grace.jpg")
        done = facedesk("enroll", "Eileen", photos / "grace.jpg", "--look", "--json")
        assert done.lines[0]["looks_like"]["person"] == "Grace"
        assert "looks more like Grace" in done.err

    def test_needs_somebody_enrolled(self, facedesk, photos):
        done = facedesk("enroll", "Nobody", photos / "eileen.jpg", "--look", "--json")
        assert done.status == 1
        assert done.lines[0]["reason"]["code"] == "person_not_found"

    def test_beyond_the_fourth_is_refused(self, facedesk, photos):
        for _ in range(4):
            facedesk("enroll", "Eileen", photos / "eileen.jpg", "--look")
        done = facedesk("enroll", "Eileen", photos / "eileen.jpg", "--look", "--json")
        assert done.status == 1
        assert done.lines[0]["reason"]["code"] == "too_many_looks"
