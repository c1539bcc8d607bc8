"""The colours of the window, by what they are for. Texts keep at least 4.5:1, borders 3:1."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """One theme, each colour as "#rrggbb".

    page: behind the content; side: behind the side bar; surface: cards, fields, menus; hover: a
    surface under the mouse; tint: the chosen one of several. line: between parts; edge: around
    what can be clicked or typed into. text and muted: on page, side, surface and tint. accent: the
    one colour, also for links and focus rings; on_accent: text on it. danger, success, warning:
    icons and texts that mean just that.
    """

    page: str
    side: str
    surface: str
    hover: str
    tint: str
    line: str
    edge: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    danger: str
    on_danger: str
    success: str
    warning: str


LIGHT = Colours(
    page="#f7f8fa",
    side="#eef0f4",
    surface="#ffffff",
    hover="#e6e9f0",
    tint="#e2e6fb",
    line="#dde1e8",
    edge="#868e9c",
    text="#1a1d24",
    muted="#566070",
    disabled="#9aa1ad",
    accent="#4553d4",
    accent_hover="#3743b8",
    on_accent="#ffffff",
    danger="#b3261e",
    on_danger="#ffffff",
    success="#17703c",
    warning="#8a5300",
)

DARK = Colours(
    page="#16181d",
    side="#101216",
    surface="#1f2229",
    hover="#2b2f38",
    tint="#2c3257",
    line="#30353f",
    edge="#6f7888",
    text="#e9ebf0",
    muted="#a9b0bd",
    disabled="#697080",
    accent="#a5afff",
    accent_hover="#bcc4ff",
    on_accent="#14172b",
    danger="#ff9389",
    on_danger="#3a0502",
    success="#7ad79b",
    warning="#f3c26b",
)
