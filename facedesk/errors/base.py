"""What all errors that a user may see have in common."""

from collections.abc import Callable
from functools import partial


class FacedeskError(Exception):
    """Anything that facedesk tells its user instead of doing what was asked."""

    code = "error"
    sentence = "Something went wrong. The log has the details."
    personal = frozenset({"name", "source"})  # the details that only the user is told

    def __init__(self, **details: object) -> None:
        told = {key: "…" if key in self.personal else value for key, value in details.items()}
        super().__init__(self.sentence.format(**told))
        self.details = details

    @property
    def text(self) -> str:
        """What the user is told, in English."""
        return self.sentence.format(**self.details)

    def __reduce__(self) -> tuple[Callable[[], "FacedeskError"], tuple[()]]:
        """Let it pass from one process to another."""
        return partial(type(self), **self.details), ()
