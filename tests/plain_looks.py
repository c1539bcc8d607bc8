"""Looks at liveness for tests: what is bright is flat, what is dark is live."""

from dataclasses import dataclass, field

from facedesk.liveness.answer import Evidence, Look

GREY = 120  # about this nothing can be said


@dataclass
class Brightness:
    """A plain look: what is bright is flat. Keeps when it was asked."""

    look: Look
    seen: int = 0
    asked: list[int] = field(default_factory=list)
    flat: float = 0.0

    def see(self, image, landmarks, time_s):
        self.seen += 1
        self.flat = (float(image.mean()) - GREY) / 10

    def evidence(self):
        self.asked.append(self.seen)
        return Evidence(self.look, self.flat, 1.0)


class Looks:
    """Three looks for each face, kept to be looked at; in the place of the networks."""

    problems = ()

    def __init__(self):
        self.begun = []

    def sources(self):
        self.begun.append([Brightness(look) for look in Look])
        return self.begun[-1]
