import pytest

from facedesk.errors import NoGroups
from facedesk.evaluation.groups import EVERYONE, grouped_photos, samples_of_groups


@pytest.fixture
def folder(tmp_path):
    def make(*names):
        for name in names:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).touch()
        return tmp_path

    return make


def test_folders_of_groups_give_one_photo_of_everyone(folder):
    photos = grouped_photos(folder("Old/Ada/1.jpg", "Old/Ada/2.jpg", "Young/Ada/1.jpg", "Old/x/n"))
    assert [(p.photo.person, p.photo.path.name, p.groups) for p in photos] == [
        ("Old/Ada", "1.jpg", ("Old",)),
        ("Young/Ada", "1.jpg", ("Young",)),
    ]


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("0_1_3_20170109142408075.jpg.chip.jpg", ("child, 0–12", "female", "Indian")),
        ("12_0_0_1.jpg", ("child, 0–12", "male", "White")),
        ("13_0_1_1.jpg", ("youth, 13–19", "male", "Black")),
        ("19_0_2_1.jpg", ("youth, 13–19", "male", "Asian")),
        ("59_1_4_1.jpg", ("adult, 20–59", "female", "Others")),
        ("116_1_4_1.jpg", ("old, 60 and over", "female", "Others")),
    ],
)
def test_names_of_files_give_age_gender_and_race(folder, name, groups):
    (photo,) = grouped_photos(folder(name))
    assert photo.groups == groups
    assert photo.photo.person == name


@pytest.mark.parametrize(
    "names", [(), ("39_1_20170116174525125.jpg",), ("Ada/1.jpg", "holiday.jpg")]
)
def test_a_folder_that_names_no_groups_is_said_so(folder, names):
    with pytest.raises(NoGroups):
        grouped_photos(folder(*names))


def test_a_folder_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(NoGroups):
        grouped_photos(tmp_path / "gone")


def test_samples_are_as_large_as_asked_for_and_the_same_every_time(folder):
    names = [f"{age}_{i % 2}_0_{i}.jpg" for i in range(60) for age in (5, 30)]
    photos = grouped_photos(folder(*names))
    samples = samples_of_groups(photos, 40)
    assert {group: len(sample) for group, sample in samples.items()} == {
        EVERYONE: 40,
        "child, 0–12": 40,
        "adult, 20–59": 40,
        "male": 40,
        "female": 40,
        "White": 40,
    }
    assert next(iter(samples)) == EVERYONE
    assert all(photo.path.name.startswith("5_") for photo in samples["child, 0–12"])
    assert samples == samples_of_groups(photos, 40)
    assert samples["male"] != sorted(samples["male"], key=lambda photo: photo.path)
    assert len(samples_of_groups(photos, 1000)["male"]) == 60
