import threading

import pytest

from facedesk.ui.messages import Messages
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.task_bar import TaskBar


@pytest.fixture
def tasks(qapp):
    runner = TaskRunner(Messages())
    yield runner
    runner.stop()


@pytest.fixture
def bar(qtbot, tasks):
    made = TaskBar(tasks)
    qtbot.addWidget(made)
    return made


def wait_for(event):
    def job(progress, cancelled):
        progress(3, 12, "ada.jpg")
        while not cancelled() and not event.wait(0.01):
            pass

    return job


def test_a_long_task_is_shown_with_its_progress_until_it_ends(qtbot, tasks, bar):
    enough = threading.Event()
    tasks.start("Importing photos", wait_for(enough), lambda _: None)
    qtbot.waitUntil(bar.isVisible)
    row = bar.rows[0]
    assert (row.progress.value(), row.progress.maximum()) == (3, 12)
    assert row.note.text() == "ada.jpg"
    assert row.progress.accessibleName() == "Importing photos"
    enough.set()
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert bar.rows == ()


def test_a_short_task_does_not_flicker(qtbot, tasks, bar):
    done = []
    tasks.start("Reading", lambda *_: 1, done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(400)
    assert not bar.isVisible()


def test_cancel_asks_the_task_to_end_and_says_so(qtbot, tasks, bar):
    never = threading.Event()
    task = tasks.start("Importing photos", wait_for(never), lambda _: None)
    qtbot.waitUntil(bar.isVisible)
    row = bar.rows[0]
    row.cancel.click()
    assert task.is_cancelled()
    assert row.note.text() == "Stopping…"
    assert not row.cancel.isEnabled()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_two_tasks_have_a_row_each(qtbot, tasks, bar):
    enough = threading.Event()
    tasks.start("One", wait_for(enough), lambda _: None)
    tasks.start("Two", wait_for(enough), lambda _: None)
    qtbot.waitUntil(lambda: [row.isVisible() for row in bar.rows] == [True, True])
    enough.set()
    qtbot.waitUntil(lambda: not bar.isVisible())
