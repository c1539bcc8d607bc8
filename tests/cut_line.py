"""A line to a server that can be cut and mended: a TCP proxy."""

import socket
import threading
from contextlib import suppress


class CutLine:
    """Passes on what comes to its port to another one, until it is cut."""

    def __init__(self, to_port: int) -> None:
        self._to_port = to_port
        self._ends: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self.whole = True
        self._flowing = threading.Event()
        self._flowing.set()
        self._start(self._accept)

    def cut(self) -> None:
        """Break all connections, and let nobody through."""
        self.whole = False
        self._hang_up()

    def hold(self) -> None:
        """Pass nothing on, though nobody is told: as when a cable is pulled."""
        self._flowing.clear()

    def mend(self) -> None:
        """Let everything through again."""
        self.whole = True
        self._flowing.set()

    def close(self) -> None:
        """Break everything for good."""
        self.whole = False
        self._flowing.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._hang_up()
        for thread in self._threads:
            thread.join()
        for end in self._ends:
            end.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = self._reach() if self.whole else None
            if far is None:
                near.close()
                continue
            self._ends += [near, far]
            self._start(self._pass_on, near, far)
            self._start(self._pass_on, far, near)

    def _reach(self) -> socket.socket | None:
        """Connect to the server, if it is there."""
        try:
            return socket.create_connection(("127.0.0.1", self._to_port))
        except OSError:
            return None

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                self._flowing.wait()
                other.sendall(data)
        _hang_up(one)
        _hang_up(other)

    def _start(self, target, *arguments) -> None:
        thread = threading.Thread(target=target, args=arguments, name="line", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _hang_up(self) -> None:
        for end in list(self._ends):
            _hang_up(end)


def _hang_up(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
