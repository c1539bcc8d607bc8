def test_the_enrolled_are_named_and_others_are_not(facedesk, photos):
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    done = facedesk("identify", photos / "eileen.jpg", photos / "grace.jpg", "--json")
    assert done.status == 0
    eileen, grace = (line["faces"][0] for line in done.lines)
    assert (eileen["person"], eileen["decision"]) == ("Eileen", "known")
    assert eileen["distance"] < 0.05
    assert eileen["runner_up"] is None
    assert (grace["person"], grace["decision"]) == (None, "unknown")


def test_everyone_in_a_group_photo_gets_an_answer(facedesk, photos):
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    facedesk("enroll", "Grace", photos / "grace.jpg")
    (line,) = facedesk("identify", photos / "both.png", "--json").lines
    assert [face["person"] for face in line["faces"]] == ["Eileen", "Grace"]
    assert line["faces"][0]["runner_up"] is None, "Grace is taken by her own face"
    x1, _, x2, _ = line["faces"][1]["box"]
    assert 512 < x1 < x2 < 1024


def test_with_nobody_enrolled_everyone_is_unknown(facedesk, photos):
    (line,) = facedesk("identify", photos / "eileen.jpg", "--json").lines
    assert line["faces"][0]["decision"] == "unknown"
    assert line["faces"][0]["score"] is None


def test_a_bad_photo_does_not_stop_the_others(facedesk, photos):
    bad = photos / "text.jpg"
    bad.write_text("no picture")
    done = facedesk("identify", bad, photos / "nobody.png")
    assert done.status == 1
    assert "not a picture" in done.err
    assert done.out == f"{photos / 'nobody.png'}: no face\n"


def test_in_words(facedesk, photos):
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    assert ": Eileen (score" in facedesk("identify", photos / "eileen.jpg").out
