"""Every pair of colours that meets on a page can be read, by day and by night."""

import pytest

from frontend.build.styles import palette, with_properties
from kith.kernel.contrast import _MEETS, contrast, darker, too_close

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


def test_a_places_own_colours_are_held_against_the_grounds_of_the_palette():
    day = palette("day")
    assert {other for pairs in _MEETS.values() for _, other, _ in pairs} <= set(day.values())
    assert too_close({job: day[job] for job in _MEETS}) == []


def test_a_colour_that_cannot_be_read_is_named_with_its_pair_and_by_how_much():
    assert [each.words for each in too_close({"button": "#c08a3e"})] == [
        "button #c08a3e on words on it (#fffbf4): contrast 2.93 to 1, 4.5 is needed, 1.57 too little",
        "button #c08a3e on the page around it (#fbf5ec): contrast 2.79 to 1, 3 is needed, 0.21 too little",
    ]
    assert contrast(darker("#c08a3e"), "#fffbf4") > contrast("#c08a3e", "#fffbf4")
