"""Whether a place's own colours can be read: contrast as WCAG 2.2 measures it, against what they meet on a page.

https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio; text needs 4.5 to 1 (1.4.3), edges of what is pressed 3 to 1 (1.4.11).
"""

from collections.abc import Mapping
from dataclasses import dataclass

TEXT, EDGE = 4.5, 3.0
# What a place's own colours meet, by day (frontend/scss/_palette.scss); by night Kith's own stand.
_MEETS: Mapping[str, tuple[tuple[str, str, float], ...]] = {
    "brand": (("words on it", "#fffaf3", TEXT), ("quieter words on it", "#ecd3e0", TEXT)),
    "button": (("words on it", "#fffbf4", TEXT), ("the page around it", "#fbf5ec", EDGE)),
    "link": (
        ("the page", "#fbf5ec", TEXT),
        ("cards", "#fffdf9", TEXT),
        ("tinted boxes", "#f5e9da", TEXT),
        ("notices", "#ffeec9", TEXT),
    ),
}
JOBS = tuple(_MEETS)


@dataclass(frozen=True)
class TooClose:
    """Two colours that meet and cannot be told apart well enough."""

    job: str
    colour: str
    meets: str
    other: str
    ratio: float
    needed: float

    @property
    def words(self) -> str:
        """Which pair fails, and by how much."""
        return (
            f"{self.job} {self.colour} on {self.meets} ({self.other}): contrast {self.ratio:.2f} to 1, "
            f"{self.needed:g} is needed, {self.needed - self.ratio:.2f} too little"
        )


def contrast(one: str, other: str) -> float:
    """How far two colours (#rrggbb) stand apart: from 1, the same, to 21, black on white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_close(colours: Mapping[str, str]) -> list[TooClose]:
    """Every pair that cannot be read, for the place's own colours by their job; none for those that are not set."""
    return [
        TooClose(job, colour, meets, other, ratio, needed)
        for job, colour in colours.items()
        if colour
        for meets, other, needed in _MEETS[job]
        if (ratio := contrast(colour, other)) < needed
    ]


def darker(colour: str) -> str:
    """The colour while a pointer rests on it: a third nearer to black."""
    return "#" + "".join(f"{int(colour[at : at + 2], 16) * 2 // 3:02x}" for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
