"""Gives a picture the colours of another one."""

import numpy as np

_LEAST = 1e-3  # variance of a colour, of 0…1: a grey picture has none across
_DEVIATIONS = 2.0  # that a colour may lie from the mean


def recoloured(image: np.ndarray, like: np.ndarray) -> np.ndarray:
    """Return a picture with mean and covariance of the colours of another, RGB uint8 (H, W, 3).

    Of all linear maps the one that moves colours least: light stays light. Pitié and Kokaram, "The
    linear Monge-Kantorovitch linear colour mapping for example-based colour transfer", 2007.
    """
    mean, covariance = _statistics(image)
    wanted_mean, wanted_covariance = _statistics(like)
    root = _root(covariance + _LEAST * np.eye(3))
    inverse = np.linalg.inv(root)
    matrix = inverse @ _root(root @ wanted_covariance @ root) @ inverse
    values = _within((image.reshape(-1, 3) / 255 - mean) @ matrix, wanted_covariance) + wanted_mean
    return np.rint(np.clip(values, 0, 1) * 255).astype(np.uint8).reshape(image.shape)


def _within(colours: np.ndarray, covariance: np.ndarray) -> np.ndarray:
    """Draw in what lies far outside, (N, 3) around 0: a red flag where all is to be green."""
    values, axes = np.linalg.eigh(covariance)
    most = _DEVIATIONS * np.sqrt(np.maximum(values, 0))
    return np.clip(colours @ axes, -most, most) @ axes.T


def _statistics(image: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return mean (3,) and covariance (3, 3) of colours 0…1."""
    colours = image.reshape(-1, 3) / 255
    return colours.mean(axis=0), np.cov(colours.T, bias=True)


def _root(matrix: np.ndarray) -> np.ndarray:
    """Return the square root of a symmetric matrix without negative eigenvalues."""
    values, vectors = np.linalg.eigh(matrix)
    return (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T
