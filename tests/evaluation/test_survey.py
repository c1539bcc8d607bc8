import pytest

from facedesk.errors import FolderEmpty
from facedesk.evaluation.survey import Survey, survey


@pytest.fixture
def make_folder(tmp_path):
    """A function that makes a folder of people with so many photos each; none is a picture."""

    def make(*counts):
        for number, count in enumerate(counts):
            (tmp_path / f"p{number:03}").mkdir()
            for photo in range(count):
                (tmp_path / f"p{number:03}" / f"{photo}.jpg").touch()
        return tmp_path

    return make


def test_people_and_photos_are_counted(make_folder):
    found = survey(make_folder(3, 2, 1, 0))
    assert (found.photos, found.several, found.single, found.people) == (6, 2, 1, 3)


def test_a_folder_without_photos_is_said_so(make_folder):
    with pytest.raises(FolderEmpty):
        survey(make_folder(0, 0))


@pytest.mark.parametrize(
    ("several", "single", "sizes"),
    [
        (0, 500, ()),  # nobody to be found again
        (500, 19, ()),  # hardly any strangers
        (10, 20, (10,)),
        (100, 29, (10, 30, 100)),
        (1, 29, (10,)),  # people with a single photo may be enrolled as well
    ],
)
def test_gallery_sizes_leave_enough_strangers(several, single, sizes):
    found = Survey(photos=2 * several + single, several=several, single=single)
    assert found.gallery_sizes == sizes


def test_groups_are_counted_where_the_folder_names_them(tmp_path):
    for path in ("children/ada", "children/grace", "adults/eileen"):
        (tmp_path / path).mkdir(parents=True)
        (tmp_path / path / "1.jpg").touch()
    found = survey(tmp_path)
    assert (found.photos, found.groups, found.gallery_sizes) == (3, 2, ())


def test_groups_may_be_named_by_the_files(tmp_path):
    for name in ("30_1_0_20170101", "5_0_2_20170102"):
        (tmp_path / f"{name}.jpg").touch()
    assert survey(tmp_path).groups == 6
