"""The signs of illness in a baby and whom to call: the words stand here once. Source and review: front/rules.py."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class SignCard:
    """Signs that ask for the same number to be called, in the reader's language."""

    kind: Literal["emergency", "urgent"]
    heading: str
    signs: tuple[str, ...]
    number: str
    note: str = ""


def signs_to_act_on() -> tuple[SignCard, SignCard]:
    """The cards as every page and leaflet shows them, the most urgent first."""
    return (
        SignCard(
            "emergency",
            _("Call 999 if your baby"),
            (
                _("has a fit"),
                _("does not respond or cannot be woken"),
                _("stops breathing or goes blue"),
                _("brings up green vomit"),
                _("has glazed eyes and does not focus on anything"),
                _("has a rash that does not fade when you press a glass against it"),
            ),
            "999",
        ),
        SignCard(
            "urgent",
            _("Call your midwife, your GP or 111 at once if your baby"),
            (
                _("is not interested in feeding"),
                _("has much less urine than usual, or dry nappies"),
                _("has a high-pitched or a weak cry"),
                _("is floppy or very pale"),
                _("has a bulging soft spot on the head"),
                _("grunts or breathes fast"),
                _("is yellow in the first 24 hours of life"),
                _("is under 3 months old with a temperature of 38°C or more, or 3 to 6 months with 39°C or more"),
                _("is under 8 weeks old and you are very worried"),
            ),
            "111",
            _("Day and night; ask for an interpreter in your language."),
        ),
    )
