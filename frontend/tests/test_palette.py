"""Every pair of colours that meets on a page can be read, by day and by night."""

import pytest

from frontend.build.styles import palette, with_properties

# Text on ground: WCAG 2.2, 1.4.3, 4.5 to 1.
TEXT = [
    *((ink, ground) for ink in ("ink", "ink-soft", "link", "link-hover") for ground in ("paper", "surface", "tint")),
    *(("ink", ground) for ground in ("warn-tint", "good-tint", "error-tint", "line")),
    ("on-brand", "brand"),
    ("on-brand-soft", "brand"),
    ("on-brand", "brand-deep"),
    ("on-button", "button"),
    ("on-button", "button-hover"),
    ("on-help", "help"),
    ("on-help", "help-hover"),
    ("on-focus", "focus"),
    ("error", "paper"),
    ("error", "surface"),
    ("error", "error-tint"),
    ("good", "paper"),
    ("surface", "good"),
    ("link", "warn-tint"),
    ("on-care", "care-calm"),
    ("on-care", "care-urgent"),
    ("on-care", "care-emergency"),
]
# Edges of things that are pressed or typed in: 1.4.11, 3 to 1.
EDGES = [("box", "paper"), ("box", "surface"), ("link", "paper"), ("button", "paper"), ("help", "paper")]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("hour", ["day", "night"])
@pytest.mark.parametrize("pair", TEXT, ids="-on-".join)
def test_text_can_be_read(hour: str, pair: tuple[str, str]):
    colours = palette(hour)
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


@pytest.mark.parametrize("hour", ["day", "night"])
@pytest.mark.parametrize("pair", EDGES, ids="-on-".join)
def test_edges_can_be_seen(hour: str, pair: tuple[str, str]):
    colours = palette(hour)
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 3


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_day_and_night_give_every_job_a_colour_and_by_day_no_two_share_one():
    day = palette("day")
    assert set(day) == set(palette("night"))
    assert len(set(day.values())) == len(day)


def test_a_colour_of_the_day_becomes_its_property_except_where_it_is_defined():
    sheet = ":root{--kith-paper: #fbf5ec}body{color:#fbf5ec;border-color:#abcdef}"
    assert with_properties(sheet, {"#fbf5ec": "paper"}) == (
        ":root{--kith-paper: #fbf5ec}body{color:var(--kith-paper);border-color:#abcdef}"
    )
