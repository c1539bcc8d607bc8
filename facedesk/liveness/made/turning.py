"""Turns and shifts in space."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Poses:
    """How something lies in space at T times.

    yaw, pitch, roll: degrees, (T,); as in vision.quality, positive is turned to the picture's
    right, or down. shift: (T, 3), in distances between the eyes: to the picture's right, down, and
    towards the camera.
    """

    yaw: np.ndarray
    pitch: np.ndarray
    roll: np.ndarray
    shift: np.ndarray

    def __len__(self) -> int:
        return len(self.yaw)

    def rotation(self, time: int) -> np.ndarray:
        """Return the turn at one time, float64 (3, 3); axes: right, down, towards the camera."""
        yaw, pitch, roll = np.radians([self.yaw[time], self.pitch[time], self.roll[time]])
        about_y = [[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]]
        about_x = [[1, 0, 0], [0, np.cos(pitch), np.sin(pitch)], [0, -np.sin(pitch), np.cos(pitch)]]
        about_z = [[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]]
        return np.array(about_z) @ np.array(about_x) @ np.array(about_y)
