import numpy as np
import pytest
from PIL import Image

from facedesk.errors import NobodyToCompare, PairsMissing, TooFewPairs
from facedesk.evaluation.evaluation import Subject, evaluate
from facedesk.evaluation.evaluation_report import write_evaluation_report
from facedesk.evaluation.plan import GroupsPlan, RecognitionPlan, Stage, VerificationPlan
from facedesk.live.knowledge import load_knowledge


@pytest.fixture(scope="session")
def knowledge(models):
    return load_knowledge(models.encoder.id)


@pytest.fixture
def people(tmp_path, astronaut, admiral):
    """Two people with two photos each, a photo of nobody, and a text file."""
    folder = tmp_path / "people"
    for name, image in (("Eileen", astronaut), ("Grace", admiral)):
        (folder / name).mkdir(parents=True)
        Image.fromarray(image).save(folder / name / "1.png")
        Image.fromarray(np.ascontiguousarray(image[:, ::-1])).save(folder / name / "2.png")
    Image.new("RGB", (100, 100)).save(folder / "Grace" / "3.png")
    (folder / "Grace" / "4.png").write_text("no picture")
    return folder


@pytest.fixture
def run(models, knowledge, tmp_path):
    """A function that evaluates, and returns what was found and what was told."""

    def evaluated(plan):
        told = []
        found = evaluate(
            plan,
            Subject(models, knowledge.cohort, knowledge.calibration, knowledge.head),
            tmp_path / "cache",
            lambda *step: told.append(step),
        )
        return found, told

    return evaluated


def test_recognition_needs_strangers_and_tells_so_after_looking(people, run):
    with pytest.raises(NobodyToCompare):
        run(RecognitionPlan(people, (1,), 0.01))


def test_each_size_has_a_result_and_what_could_not_be_used_a_reason(
    people, astronaut, run, tmp_path
):
    (people / "Stranger").mkdir()
    Image.fromarray(astronaut[::2, ::2]).save(people / "Stranger" / "1.png")
    found, told = run(RecognitionPlan(people, (1, 2), 0.01))
    assert [result.people for result in found.recognition] == [1, 2]
    assert found.verification is None
    assert (found.photos, found.people) == (5, 3)
    reasons = [(each.path.name, each.error.code) for each in found.unusable]
    assert reasons == [("3.png", "no_face"), ("4.png", "not_an_image")]
    looking = [(stage, *step) for stage, *step in told if stage is Stage.LOOKING]
    assert list(dict.fromkeys(looking)) == [(Stage.LOOKING, done, 7) for done in range(8)]
    assert told[len(looking) :] == [(Stage.COMPARING, 0, 2), (Stage.COMPARING, 1, 2)]
    page = write_evaluation_report(found, tmp_path / "report").read_text("utf-8")
    assert "--gallery-size 1 2 --fpir 0.01" in page
    assert "4.png" in page


def test_two_people_are_too_few_to_draw_pairs_from(people, run):
    with pytest.raises(TooFewPairs):
        run(VerificationPlan(people))


def test_listed_pairs_are_compared(people, tmp_path, run):
    lines = [
        "path,path,same,fold",
        *(
            line
            for fold in (1, 2)
            for line in (
                f"Eileen/1.png,Eileen/2.png,1,{fold}",
                f"Eileen/{fold}.png,Grace/1.png,0,{fold}",
                f"Eileen/{fold}.png,Grace/4.png,0,{fold}",
            )
        ),
    ]
    (tmp_path / "pairs.csv").write_text("\n".join(lines))
    found, _ = run(VerificationPlan(people, tmp_path / "pairs.csv"))
    assert found.verification.pairs == 4
    assert found.verification.score.accuracy == 1.0
    assert len(found.verification.failures) == 2
    assert found.verification.reliability is not None
    page = write_evaluation_report(found, tmp_path / "report").read_text("utf-8")
    assert f"--pairs {tmp_path / 'pairs.csv'}" in page
    assert "Can the probability be taken at its word?" in page


def test_people_of_a_group_are_held_against_each_other(tmp_path, astronaut, admiral, run):
    for path, image in {
        "crew/Eileen": astronaut,
        "crew/Grace": admiral,
        "twins/Eileen": astronaut,
        "twins/Aileen": astronaut[:, ::-1],
    }.items():
        (tmp_path / "groups" / path).mkdir(parents=True)
        file = tmp_path / "groups" / path / "1.png"
        Image.fromarray(np.ascontiguousarray(image)).save(file)
    found, _ = run(GroupsPlan(tmp_path / "groups"))
    rates = {rate.group: (rate.photos, rate.rate) for rate in found.groups}
    assert rates["crew"] == (2, 0.0)
    assert rates["twins"] == (2, 1.0)
    page = write_evaluation_report(found, tmp_path / "report").read_text("utf-8")
    assert "twins" in page
    assert "--by-group" in page


def test_a_list_that_is_not_there_is_told_before_the_work(
    people, tmp_path, run, models, monkeypatch
):
    monkeypatch.setattr(models.detector, "detect", None)
    with pytest.raises(PairsMissing):
        run(VerificationPlan(people, tmp_path / "gone.txt"))
