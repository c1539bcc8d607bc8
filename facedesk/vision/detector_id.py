"""The name of the default detector, for those who need it before torch has been imported."""

DETECTOR_ID = "mtcnn"
