"""Measures each part in a process of its own: its memory and its threads are nobody else's."""

import os
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection

from facedesk.bench import parts
from facedesk.bench.conditions import Conditions
from facedesk.bench.figure import Figure
from facedesk.device import leave_a_core_to_the_window
from facedesk.errors import FacedeskError

_ENDS_WITHIN_S = 5.0


def figures(part: str, conditions: Conditions) -> Iterator[Figure]:
    """Yield what a part measures, as soon as each figure is there. Raises what the part raises."""
    context = get_context("spawn")  # a fork would begin with all that is in memory here
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(sender, part, conditions), daemon=True)
    process.start()
    sender.close()
    try:
        while (item := _next(receiver)) is not None:
            if isinstance(item, Exception):
                raise item
            yield item
    finally:
        receiver.close()
        process.join(_ENDS_WITHIN_S)
        if process.is_alive():  # nobody waits for what it measures any more
            process.terminate()
            process.join()
    if process.exitcode:
        raise FacedeskError


def keep_no_keys() -> None:
    """Let this process keep nothing in the system's keyring: nobody keeps its galleries."""
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"


def _next(receiver: Connection) -> Figure | Exception | None:
    try:
        return receiver.recv()
    except EOFError:
        return None


def _measure(sender: Connection, part: str, conditions: Conditions) -> None:
    keep_no_keys()
    with suppress(KeyboardInterrupt, BrokenPipeError):  # it is to end, or nobody listens
        if conditions.leaves_a_core:
            leave_a_core_to_the_window()
        try:
            for figure in parts.figures(part, conditions):
                sender.send(figure)
        except FacedeskError as error:
            sender.send(error)
