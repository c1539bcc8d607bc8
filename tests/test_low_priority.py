import os
import sys
import threading

import pytest

from facedesk.low_priority import give_way


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux knows priorities of threads")
def test_a_thread_and_those_it_starts_give_way_and_no_others():
    found = {}

    def niceness(name):
        found[name] = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    def run():
        give_way()
        niceness("itself")
        below = threading.Thread(target=niceness, args=("its own",))
        below.start()
        below.join()

    niceness("before")
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    niceness("after")
    assert found["before"] == found["after"]
    assert found["itself"] == found["its own"] == min(found["before"] + 5, 19)
