from pathlib import Path

import pytest

from facedesk.errors import PairsMissing, PairsUnreadable
from facedesk.evaluation.pairs import Pair, read_pairs

FOLDER = Path("photos")


@pytest.fixture
def read(tmp_path):
    def read(text):
        file = tmp_path / "pairs.txt"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_pairs(file, FOLDER)

    return read


def test_the_form_of_lfw(read):
    lines = ["2\t1", "Ada\t1\t12", "Ada\t1\tBob\t3", "Cy_de_Vos\t2\t4", "Cy_de_Vos\t4\tBob\t1"]
    assert read("\n".join(lines) + "\n") == (
        (
            Pair(FOLDER / "Ada/Ada_0001.jpg", FOLDER / "Ada/Ada_0012.jpg", True),
            Pair(FOLDER / "Ada/Ada_0001.jpg", FOLDER / "Bob/Bob_0003.jpg", False),
        ),
        (
            Pair(
                FOLDER / "Cy_de_Vos/Cy_de_Vos_0002.jpg",
                FOLDER / "Cy_de_Vos/Cy_de_Vos_0004.jpg",
                True,
            ),
            Pair(FOLDER / "Cy_de_Vos/Cy_de_Vos_0004.jpg", FOLDER / "Bob/Bob_0001.jpg", False),
        ),
    )


def test_a_table_with_folds(read):
    folds = read('photo,other,same,fold\na/1.jpg,a/2.jpg,1,x\n"b,c/1.jpg",a/2.jpg,no,y\n\n')
    assert folds == (
        (Pair(FOLDER / "a/1.jpg", FOLDER / "a/2.jpg", True),),
        (Pair(FOLDER / "b,c/1.jpg", FOLDER / "a/2.jpg", False),),
    )


def test_without_folds_the_pairs_are_dealt_into_ten(read):
    rows = [f"a/{i}.jpg,b/{i}.jpg,{int(i < 20)}" for i in range(40)]
    folds = read("\n".join(rows))
    assert len(folds) == 10
    assert {(len(fold), sum(pair.same for pair in fold)) for fold in folds} == {(4, 2)}
    assert len({pair for fold in folds for pair in fold}) == 40


def test_a_header_with_one_number_is_one_fold_and_dealt_as_well(read):
    lines = ["20", *(f"Ada\t1\t{i}" for i in range(20)), *(f"Ada\t1\tBob\t{i}" for i in range(20))]
    folds = read("\n".join(lines))
    assert [(len(fold), sum(pair.same for pair in fold)) for fold in folds] == [(4, 2)] * 10


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("once upon a time", 1),
        ("a.jpg,b.jpg,maybe", 1),
        ("a.jpg,b.jpg,1\na.jpg", 2),
        ("2\t1\nAda\t1\t2\nAda\t1\tBob\t3\n", 3),
        ("1\t1\nAda\t1\tBob\t3\nAda\t1\t2\n", 2),
        ("1 1\nAda one 2\nAda 1 Bob 3\n", 2),
        ("0 0\n", 1),
        ("1 2 3\n", 1),
        ('"never closed,b,1\n', 1),
        (b"\xff\xd8\xff\xe0 a photo", 1),
    ],
)
def test_other_files_are_refused_with_the_line(read, text, line):
    with pytest.raises(PairsUnreadable, match=rf"pairs\.txt .*see line {line}\)"):
        read(text)


@pytest.mark.parametrize("name", ["gone.txt", "."])
def test_a_file_that_is_not_there_is_said_so(tmp_path, name):
    with pytest.raises(PairsMissing):
        read_pairs(tmp_path / name, FOLDER)
