def test_a_person_is_removed(facedesk, photos):
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    done = facedesk("remove", "eileen", "--json")
    assert done.status == 0
    assert done.lines == [{"person": "Eileen", "removed": True}]
    assert facedesk("people").out == ""


def test_somebody_who_is_not_there_is_said_so(facedesk):
    done = facedesk("remove", "Eileen")
    assert done.status == 1
    assert done.err == "facedesk: Nobody called “Eileen” is enrolled.\n"
