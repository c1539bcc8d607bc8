"""How the figures about liveness are put, for people and as JSON."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facedesk.evaluation.liveness.error_rates import LookErrors, Share, WordShares


def words_as_json(words: "WordShares") -> dict[str, object]:
    """Return which words were said of a kind of clip, and how often that is wrong."""
    shares = {"live": words.live, "flat": words.flat, "not_sure": words.not_sure}
    name, wrong = ("apcer", words.live) if words.attack else ("bpcer", words.flat)
    return {
        "before_camera": words.kind,
        "seconds": words.seconds,
        **{key: _as_json(share) for key, share in shares.items()},
        name: wrong.value,
    }


def words_in_text(words: "WordShares") -> str:
    """Return the same as a line."""
    name, wrong = ("APCER", words.live) if words.attack else ("BPCER", words.flat)
    low, high = wrong.interval
    counts = f"{words.live.count} Live, {words.flat.count} Flat, {words.not_sure.count} Not sure"
    return (
        f"{words.kind} after {words.seconds:g} s: {counts} of {words.live.of}; "
        f"{name} {wrong.value:.3f} ({low:.3f}…{high:.3f})"
    )


def look_as_json(errors: "LookErrors") -> dict[str, object]:
    """Return what a look alone, or all together, would make of the clips."""
    return {
        "look": errors.look,
        "seconds": errors.seconds,
        "threshold": errors.threshold,
        "told": _as_json(errors.told),
        "bpcer": _as_json(errors.bpcer),
        "apcer": {kind: _as_json(share) for kind, share in errors.apcer.items()},
    }


def look_in_text(errors: "LookErrors") -> str:
    """Return the same as a line."""
    apcer = ", ".join(f"{kind} {_in_text(share)}" for kind, share in errors.apcer.items())
    return (
        f"{errors.look} after {errors.seconds:g} s could tell {errors.told.value:.0%}; "
        f"BPCER {_in_text(errors.bpcer)}; APCER {apcer}"
    )


def _as_json(share: "Share") -> dict[str, object]:
    return {
        "share": share.value,
        "count": share.count,
        "of": share.of,
        "interval": share.interval,
    }


def _in_text(share: "Share") -> str:
    low, high = share.interval
    return f"{share.value:.3f} ({low:.3f}…{high:.3f}; {share.count} of {share.of})"
