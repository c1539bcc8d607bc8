"""Says in the user's language who enrolled a person, and on what basis."""

from PySide6.QtCore import QCoreApplication

from facedesk.gallery.consent import Basis, Consent


def basis_text(basis: Basis) -> str:
    """Return a basis as it stands in lists and choices."""
    return {
        Basis.UNSTATED: QCoreApplication.translate("Consent", "Not stated"),
        Basis.CONSENT: QCoreApplication.translate("Consent", "Their consent"),
        Basis.CONTRACT: QCoreApplication.translate("Consent", "A contract"),
        Basis.OTHER: QCoreApplication.translate("Consent", "Another"),
    }[basis]


def consent_lines(consent: Consent) -> list[str]:
    """Return what is noted about an enrolment, a sentence each."""
    by = consent.enrolled_by or QCoreApplication.translate("Consent", "not noted")
    lines = [
        QCoreApplication.translate("Consent", "Enrolled by: {name}").format(name=by),
        QCoreApplication.translate("Consent", "Basis: {basis}").format(
            basis=basis_text(consent.basis)
        ),
    ]
    if consent.note:
        lines.append(
            QCoreApplication.translate("Consent", "Note: {note}").format(note=consent.note)
        )
    return lines
