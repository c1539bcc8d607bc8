"""Says in plain words what facedesk keeps, where, how protected and for how long."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from facedesk.gallery.protection.data_key import Method
from facedesk.live.record_rules import RecordRules
from facedesk.paths import Paths

Section = tuple[str, list[str]]  # a heading, and paragraphs


def what_is_kept(people: int) -> Section:
    """Return what facedesk keeps of people."""
    return QCoreApplication.translate("YourData", "What is kept"), [
        QCoreApplication.translate(
            "YourData",
            "Of each person: their name, when they were enrolled, by whom and on what basis; one "
            "photo, any looks and corrections; and of each of these a template, which is a list "
            "of numbers by which faces are compared. Somebody may have an avatar, too: a picture "
            "that stands for them in lists. People enrolled now: {n}.",
        ).format(n=people),
        QCoreApplication.translate(
            "YourData",
            "The pictures of the camera are looked at and forgotten. Nothing is sent anywhere: no "
            "cloud, no account, no statistics.",
        ),
    ]


def where_it_is(place: str, paths: Paths) -> Section:
    """Return where it lies. place: the file of the gallery, or what its server is called."""
    return QCoreApplication.translate("YourData", "Where it is"), [
        QCoreApplication.translate("YourData", "The gallery: {place}").format(place=place),
        QCoreApplication.translate("YourData", "Settings: {path}").format(path=paths.settings),
        QCoreApplication.translate(
            "YourData", "Log, with what went wrong but without names or pictures: {path}"
        ).format(path=paths.logs),
    ]


def how_protected(methods: Collection[Method]) -> Section:
    """Return how it is protected. methods: what opens the gallery."""
    heading = QCoreApplication.translate("YourData", "How it is protected")
    readable = QCoreApplication.translate(
        "YourData",
        "Names, dates and notes are not encrypted; only your account on this computer may read "
        "the file.",
    )
    if not methods:
        return heading, [
            QCoreApplication.translate(
                "YourData",
                "It is not encrypted: whoever can read the file can see the photos. Under "
                "Settings you can give it a passphrase.",
            ),
            readable,
        ]
    by = QCoreApplication.translate("YourData", "your passphrase")
    if Method.KEYRING in methods:
        by = QCoreApplication.translate("YourData", "a key in the keyring of your system")
        if Method.PASSPHRASE in methods:
            by = QCoreApplication.translate(
                "YourData", "a key in the keyring of your system, or your passphrase"
            )
    encrypted = QCoreApplication.translate(
        "YourData",
        "Photos, avatars, templates and the pictures of the record are encrypted. They open by "
        "{by}.",
    ).format(by=by)
    return heading, [encrypted, readable]


def how_long(rules: RecordRules) -> Section:
    """Return how long it is kept."""
    paragraphs = [
        QCoreApplication.translate(
            "YourData", "People, until you delete them. Then nothing of them is left in the file."
        )
    ]
    if not rules.kept:
        record = QCoreApplication.translate("YourData", "Who was seen, not at all: it is off.")
    elif rules.strangers:
        record = QCoreApplication.translate(
            "YourData",
            "Who was seen. Days until a sighting is deleted: {people} of people enrolled, "
            "{strangers} of strangers.",
        ).format(people=rules.keep_people.days, strangers=rules.keep_strangers.days)
    else:
        record = QCoreApplication.translate(
            "YourData",
            "Who was seen. Days until a sighting is deleted: {people}. Strangers are not recorded.",
        ).format(people=rules.keep_people.days)
    paragraphs.append(record)
    return QCoreApplication.translate("YourData", "How long it is kept"), paragraphs


def what_to_do() -> Section:
    """Return how to delete, hand out and take data elsewhere."""
    return QCoreApplication.translate("YourData", "What you can do"), [
        QCoreApplication.translate(
            "YourData",
            "Delete somebody: choose them on the page People and press Delete. Delete sightings: "
            "on the page Activity.",
        ),
        QCoreApplication.translate(
            "YourData",
            "Give somebody what is kept of them: choose them, then “Photos…”, then save or print "
            "their record.",
        ),
        QCoreApplication.translate(
            "YourData",
            "Take people elsewhere, or keep a copy: “Export…” on the page People writes one "
            "encrypted file. Files that you exported or saved are yours to delete.",
        ),
        QCoreApplication.translate(
            "YourData", "Delete everything: close facedesk and delete the folder shown above."
        ),
    ]
