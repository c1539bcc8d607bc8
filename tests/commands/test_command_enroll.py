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
