import threading

import pytest

from facedesk import errors
from facedesk.ui.messages import Level, Messages
from facedesk.ui.tasks import TaskCancelled, TaskRunner


@pytest.fixture
def messages(qapp):
    return Messages()


@pytest.fixture
def tasks(messages):
    runner = TaskRunner(messages)
    yield runner
    runner.stop()


def test_a_job_runs_elsewhere_and_its_result_arrives_on_the_thread_of_the_window(qtbot, tasks):
    seen = []
    job = lambda *_: threading.current_thread()  # noqa: E731
    tasks.start("Count", job, lambda thread: seen.append((thread, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(seen))
    ran_in, told_in = seen[0]
    assert ran_in is not threading.main_thread()
    assert told_in is threading.main_thread()


def test_an_error_without_a_handler_becomes_a_message(qtbot, tasks, messages):
    def job(*_):
        raise errors.NameTaken(name="Ada")

    with qtbot.waitSignal(messages.posted) as posted:
        tasks.start("Enrol", job, pytest.fail)
    assert posted.args[0].level is Level.ERROR
    assert "“Ada” is enrolled already" in posted.args[0].text


def test_an_error_goes_to_its_handler_on_the_thread_of_the_window(qtbot, tasks):
    seen = []

    def job(*_):
        raise errors.NoFace

    tasks.start("Look", job, pytest.fail, lambda e: seen.append((e, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0][0], errors.NoFace)
    assert seen[0][1] is threading.main_thread()


def test_what_nobody_foresaw_is_logged_and_told_without_a_traceback(qtbot, tasks, messages, caplog):
    def job(*_):
        return {}["missing"]

    with qtbot.waitSignal(messages.posted) as posted:
        tasks.start("Look", job, pytest.fail)
    assert posted.args[0].text == "Something went wrong. The log has the details."
    assert "KeyError" in caplog.text
    caplog.clear()


def test_progress_arrives_and_of_much_progress_only_the_newest(qtbot, tasks):
    seen, done = [], []

    def job(progress, _cancelled):
        for number in range(1000):
            progress(number + 1, 1000, f"file {number + 1}")

    task = tasks.start("Import", job, done.append)
    task.progressed.connect(lambda *progress: seen.append(progress))
    qtbot.waitUntil(lambda: bool(done))
    assert seen[-1] == (1000, 1000, "file 1000")
    assert len(seen) < 1000


def test_a_cancelled_job_may_still_give_what_it_has(qtbot, tasks):
    results = []
    started = threading.Event()

    def job(_progress, cancelled):
        started.set()
        while not cancelled():
            pass
        return "half"

    task = tasks.start("Import", job, results.append)
    started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: results == ["half"])


def test_a_cancelled_job_that_has_nothing_ends_in_silence(qtbot, tasks):
    def job(*_):
        raise TaskCancelled

    task = tasks.start("Import", job, pytest.fail, pytest.fail)
    with qtbot.waitSignal(task.finished):
        pass
    assert tasks.running == ()


def test_a_task_counts_as_running_until_its_end(qtbot, tasks):
    done = []
    task = tasks.start("Count", lambda *_: 1, done.append)
    assert tasks.running == (task,)
    qtbot.waitUntil(lambda: bool(done))
    assert tasks.running == ()


def test_stopping_cancels_all_waits_for_them_and_keeps_their_results(qtbot, tasks):
    def job(_progress, cancelled):
        while not cancelled():
            pass

    tasks.start("One", job, pytest.fail)
    tasks.start("Two", job, pytest.fail)
    tasks.stop()
    assert not [t for t in threading.enumerate() if t.name.startswith("task:")]
    qtbot.wait(20)


def test_nothing_starts_after_the_end(qtbot, tasks):
    tasks.stop()
    assert tasks.start("Late", pytest.fail, pytest.fail).is_cancelled()


def test_a_callback_may_start_the_next_task(qtbot, tasks):
    done = []
    tasks.start(
        "One", lambda *_: 1, lambda one: tasks.start("Two", lambda *_: one + 1, done.append)
    )
    qtbot.waitUntil(lambda: done == [2])
