"""Where Unknown ends and Known begins.

A threshold means nothing without its measurement. These were measured with the default encoder
(dlib-resnet29-v1) and the shipped cohort on LFW photos: galleries of 100 people with one photo
each, 1,689 strangers, 20 draws. At KNOWN, 1 % of the strangers would be given a name (FPIR), at
UNSURE 5 %; 85 % and 93 % of the photos of enrolled people reach them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Thresholds:
    """Scores (see Match) that a decision needs.

    known: at least this to be given a name. unsure: at least this to be given a doubtful one.
    margin: how far the runner-up must be behind for a name without doubt. tie: if the runner-up is
    not even this far behind, nobody is named.
    """

    known: float
    unsure: float
    margin: float
    tie: float


DEFAULT = Thresholds(known=5.9, unsure=4.7, margin=1.0, tie=0.25)
