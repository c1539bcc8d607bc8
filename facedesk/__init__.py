"""facedesk knows who is in front of the webcam from one enrolled photo per person."""

__version__ = "0.1.0"
