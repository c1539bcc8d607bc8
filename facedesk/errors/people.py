"""What is wrong with a name, or with the people it is about."""

from facedesk.errors.base import FacedeskError


class NameRefused(FacedeskError):
    """A name that can't be given to a person."""

    code = "name_refused"
    sentence = "This name can't be used."


class NameEmpty(NameRefused):
    """Nothing but spaces."""

    code = "name_empty"
    sentence = "Please type a name."


class NameTooLong(NameRefused):
    """More than fits anywhere."""

    code = "name_too_long"
    sentence = "This name is too long. Use at most {limit} characters."


class NameTaken(NameRefused):
    """Two people of one name could not be told apart in any list."""

    code = "name_taken"
    sentence = "“{name}” is enrolled already. Choose another name, or replace their photo."


class TooManyLooks(FacedeskError):
    """More pictures of one person than help."""

    code = "too_many_looks"
    sentence = "A person can have {most} looks besides their photo. Remove one first."


class PersonNotFound(FacedeskError):
    """Nobody of that name is enrolled."""

    code = "person_not_found"
    sentence = "Nobody called “{name}” is enrolled."


class PersonGone(PersonNotFound):
    """They were there when the list was made; another window or command has removed them."""

    code = "person_gone"
    sentence = "This person was removed in the meantime."


class PersonChanged(FacedeskError):
    """What was to be changed is not any more what the user has seen."""

    code = "person_changed"
    sentence = "Somebody else has just changed {name}. Look at them again, then decide anew."


class NeitherPhotoNorPerson(FacedeskError):
    """Something to compare that is not there."""

    code = "neither_photo_nor_person"
    sentence = "There is no photo “{name}”, and nobody called so is enrolled."
