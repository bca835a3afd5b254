"""Lines of several things, as each language enumerates them."""

import pytest
from django.utils import translation
from markupsafe import Markup

from kith.platform.ui import formats


@pytest.mark.parametrize(
    ("language", "line"), [("en", "A, B and C"), ("ro", "A, B și C"), ("ar", "A وB وC")], ids=["en", "ro", "ar"]
)
def test_a_list_reads_as_its_language_enumerates(language: str, line: str) -> None:
    with translation.override(language):
        assert formats.listed(["A", "B", "C"]) == line


def test_one_item_is_itself_and_none_is_nothing() -> None:
    assert formats.listed(["A"]) == "A"
    assert formats.listed([]) == ""


def test_what_is_not_marked_up_is_escaped() -> None:
    assert formats.listed(["<b>", Markup("<bdi>A</bdi>")]) == "&lt;b&gt; and <bdi>A</bdi>"


def test_a_minus_stays_on_the_left_of_its_number_in_a_line_from_right_to_left() -> None:
    with translation.override("ar"):
        assert formats.number(-4.4, 1) == "\u200e-4.4"
        assert formats.percent(-0.044) == "\u200e-4.4%"
        assert formats.number(4.4, 1) == "4.4"
