"""Draws curves as SVG, for reports that are read on light and on dark screens.

Colours and fonts are left to the page that a plot is put into: it gives --line-1, --line-2, … and
the colour of its text. Lines differ in their dashes as well.
"""

import io
from collections.abc import Mapping, Sequence

import numpy as np

from facedesk.evaluation.curves import Curve

LINES = 6  # colours that the page gives
_INK = "#010203"  # stands for the colour of the page's text
_DASHES = ("solid", "dashed", "dashdot", "dotted", (0, (6, 1, 1, 1, 1, 1)), (0, (1, 2)))
_SIZE = (6.4, 4.2)  # inches
_STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "facedesk",
    "font.family": "sans-serif",
    "font.size": 10,
    **{
        f"{key}color": _INK for key in ("text.", "axes.label", "axes.edge", "xtick.", "ytick.")
    },
}  # fmt: skip


def curve_plot(
    curves: Mapping[str, Curve],
    x_label: str,
    y_label: str,
    points: Mapping[str, tuple[float, float]] | None = None,
    log_y: bool = False,
) -> str:
    """Return a plot of curves by name, with a logarithmic axis of rates below.

    points: a mark on the curve of the same name. log_y: the other axis is logarithmic as well.
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(_STYLE):
        figure = Figure(_SIZE, layout="constrained")
        axes = figure.add_subplot()
        axes.set_xscale("log")
        if log_y and any(np.any(curve.y > 0) for curve in curves.values()):
            axes.set_yscale("log", nonpositive="mask")
        for index, (name, curve) in enumerate(curves.items()):
            colour = _stand_in(index)
            dashes = _DASHES[index % LINES]
            axes.plot(curve.x, curve.y, color=colour, linestyle=dashes, linewidth=2, label=name)
            if points and name in points:
                axes.plot(*points[name], "o", color=colour, markersize=7)
        axes.set(xlabel=x_label, ylabel=y_label)
        _furnish(axes)
        axes.xaxis.set_major_formatter(_percent)
        axes.yaxis.set_major_formatter(_percent)
        axes.legend(frameon=False)
        return _svg(figure)


def line_plot(
    lines: Mapping[str, tuple[Sequence[float], Sequence[float]]], x_label: str, y_label: str
) -> str:
    """Return a plot of shares against something that is measured, by name: x and y of points."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(_STYLE):
        figure = Figure(_SIZE, layout="constrained")
        axes = figure.add_subplot()
        for index, (name, (x, y)) in enumerate(lines.items()):
            style = {"color": _stand_in(index), "linestyle": _DASHES[index % LINES]}
            axes.plot(x, y, marker="o", markersize=4, linewidth=2, label=name, **style)
        axes.set(xlabel=x_label, ylabel=y_label)
        _furnish(axes)
        axes.yaxis.set_major_formatter(_percent)
        axes.legend(frameon=False)
        return _svg(figure)


def square_plot(curves: Mapping[str, Curve], x_label: str, y_label: str) -> str:
    """Return a plot of shares against shares, with a line where both are equal."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(_STYLE):
        figure = Figure((_SIZE[1], _SIZE[1]), layout="constrained")
        axes = figure.add_subplot()
        axes.plot([0, 1], [0, 1], color=_INK, linestyle="dashed", linewidth=1)
        for index, curve in enumerate(curves.values()):
            axes.plot(curve.x, curve.y, "o-", color=_stand_in(index), linewidth=2)
        axes.set(xlabel=x_label, ylabel=y_label, xlim=(-0.02, 1.02), ylim=(-0.02, 1.02))
        axes.set_aspect("equal")
        _furnish(axes)
        axes.xaxis.set_major_formatter(_percent)
        axes.yaxis.set_major_formatter(_percent)
        return _svg(figure)


def bar_plot(
    names: Sequence[str],
    values: Sequence[float],
    spans: Sequence[tuple[float, float]],
    x_label: str,
    line_at: float,
) -> str:
    """Return a row per name: a point with the span of its interval, and a line for comparison."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(_STYLE):
        figure = Figure((_SIZE[0], 1 + 0.32 * len(names)), layout="constrained")
        axes = figure.add_subplot()
        rows = range(len(names))
        axes.hlines(rows, *zip(*spans, strict=True), color=_stand_in(0), linewidth=2)
        axes.plot(values, rows, "o", color=_stand_in(0), markersize=7)
        axes.axvline(line_at, color=_INK, linestyle="dashed", linewidth=1)
        axes.set_yticks(rows, names)
        axes.set_xlim(left=0)
        axes.invert_yaxis()
        axes.set(xlabel=x_label)
        _furnish(axes)
        return _svg(figure)


def _furnish(axes: "Axes") -> None:  # noqa: F821 - imported only where it is drawn
    axes.grid(color=_INK, alpha=0.15)
    axes.spines[["top", "right"]].set_visible(False)


def _svg(figure: "Figure") -> str:  # noqa: F821 - imported only where it is drawn
    buffer = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(buffer, format="svg", transparent=True, metadata=nothing)
    text = buffer.getvalue()
    text = text[text.index("<svg") :].replace(_INK, "currentColor")
    for index in range(LINES):
        text = text.replace(_stand_in(index), f"var(--line-{index + 1})")
    return text


def _percent(share: float, _: int) -> str:
    return f"{100 * share:.4g} %"


def _stand_in(index: int) -> str:
    """Return the colour that stands for a line's until the page gives it one."""
    return f"#0a0b{index % LINES + 16:02x}"
