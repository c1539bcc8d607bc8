from datetime import datetime


def test_nobody_yet(facedesk):
    done = facedesk("people")
    assert (done.status, done.out) == (0, "")
    assert "Nobody is enrolled yet" in done.err


def test_people_are_listed_in_order_of_name(facedesk, photos):
    facedesk("enroll", "grace", photos / "grace.jpg")
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    lines = facedesk("people", "--json").lines
    assert [line["person"] for line in lines] == ["Eileen", "grace"]
    assert [line["photos"] for line in lines] == [1, 1]
    assert datetime.fromisoformat(lines[0]["enrolled_at"]).tzinfo is not None


def test_who_can_t_be_told_apart_is_listed_when_asked_for(facedesk, photos):
    for name in ("Eileen", "Grace", "Ellie"):
        photo = "grace.jpg" if name == "Grace" else "eileen.jpg"
        facedesk("enroll", name, photos / photo)
    lines = facedesk("people", "--look-alikes", "--json").lines
    alike = {line["person"]: line["looks_like"] for line in lines}
    assert alike == {"Eileen": ["Ellie"], "Ellie": ["Eileen"], "Grace": []}
    assert "can't be told apart from Ellie" in facedesk("people", "--look-alikes").out
    assert "looks_like" not in facedesk("people", "--json").lines[0]


def test_another_data_folder_has_other_people(facedesk, photos, tmp_path):
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    assert facedesk("--data-dir", tmp_path / "elsewhere", "people").out == ""


def test_a_data_folder_that_is_a_file_is_said_so(facedesk, photos):
    done = facedesk("--data-dir", photos / "eileen.jpg", "people")
    assert done.status == 1
    assert "--data-dir" in done.err


def test_a_damaged_gallery_is_said_so_and_left_alone(facedesk, tmp_path):
    database = tmp_path / "broken" / "gallery.sqlite3"
    database.parent.mkdir()
    database.write_bytes(b"this is no database " * 100)
    done = facedesk("--data-dir", database.parent, "people")
    assert done.status == 1
    assert "damaged" in done.err
    assert database.read_bytes() == b"this is no database " * 100


def test_the_details_of_an_error_go_to_the_log_and_not_to_the_screen(facedesk, tmp_path, caplog):
    database = tmp_path / "broken" / "gallery.sqlite3"
    database.parent.mkdir()
    database.write_bytes(b"this is no database " * 100)
    done = facedesk("--data-dir", database.parent, "people")
    assert done.err.count("\n") == 1
    assert (database.parent / "logs" / "facedesk.log").read_text()
