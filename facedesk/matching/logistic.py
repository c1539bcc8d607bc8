"""Logistic regression, and Platt's calibration of what it says."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit


def fit_logistic(
    features: np.ndarray, targets: np.ndarray, weights: np.ndarray, l2: float
) -> tuple[np.ndarray, float]:
    """Return weights (F,) and bias of the logistic regression with the least weighted log-loss.

    features: float64 (N, F). targets: (N,), 0…1, the wanted probabilities. weights: (N,), of the
    rows, summing to 1. l2: what the squared weights cost, for features of unit deviation.
    """
    middle, spread = features.mean(axis=0), features.std(axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    rows = np.column_stack([(features - middle) / spread, np.ones(len(features))])
    penalty = np.full(rows.shape[1], l2)
    penalty[-1] = 0.0

    def cost(x: np.ndarray) -> tuple[float, np.ndarray]:
        logits = rows @ x
        loss = weights @ (np.logaddexp(0, logits) - targets * logits) + penalty @ x**2 / 2
        return float(loss), rows.T @ (weights * (expit(logits) - targets)) + penalty * x

    found = minimize(cost, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    scaled = found[:-1] / spread
    return scaled, float(found[-1] - scaled @ middle)


def fit_platt(logits: np.ndarray, same: np.ndarray, weights: np.ndarray) -> tuple[float, float]:
    """Return slope and offset that turn logits (N,) into those of calibrated probabilities.

    same: bool (N,). weights: (N,), of the rows, summing to 1. The targets are a little less than 1
    and more than 0: Platt, "Probabilistic Outputs for Support Vector Machines", 1999.
    """
    yes = int(np.count_nonzero(same))
    no = len(same) - yes
    targets = np.where(same, (yes + 1) / (yes + 2), 1 / (no + 2))
    slope, offset = fit_logistic(logits[:, None], targets, weights, l2=0.0)
    return float(slope[0]), offset


def balanced(same: np.ndarray) -> np.ndarray:
    """Return weights (N,), summing to 1, by which both answers are equally frequent."""
    yes = np.count_nonzero(same)
    return np.where(same, 0.5 / max(yes, 1), 0.5 / max(len(same) - yes, 1))
