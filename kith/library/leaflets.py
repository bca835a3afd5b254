"""Leaflets, scripts and course slides, set as accessible PDF (PDF/UA-1) from the same words as the pages."""

from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from kith.files.qr import qr_picture
from kith.files.typesetting import typeset
from kith.kernel.languages import Language
from kith.library.queries.reading import PageTold
from kith.library.rules.translating import TranslationState
from kith.library.rules.words import PageKind
from kith.platform.i18n.texts import LocalText
from kith.platform.ui import formats
from kith.platform.ui.signs import signs_about

TEMPLATES = Path(__file__).resolve().parent / "templates/library"


class LeafletSize(StrEnum):
    """How a leaflet is printed."""

    A4 = "a4"
    A5 = "a5"
    LARGE = "large"
    EASY = "easy"


def set_leaflet(page: PageTold, language: Language, size: LeafletSize) -> bytes:
    """The page, or a script with its notes, as a PDF; the same words on the same day give the same file."""
    shown = page.in_easy_words() if size is LeafletSize.EASY else page
    return typeset(TEMPLATES / "leaflet.typ", {"size": size.value, **_facts(shown, language)}, language)


def set_slides(page: PageTold, language: Language) -> bytes:
    """The slides of a course as a PDF to show on a wall or to print: one section a slide."""
    return typeset(TEMPLATES / "slides.typ", _facts(page, language), language)


def _facts(page: PageTold, language: Language) -> dict[str, object]:
    own = f"{page.slug}/" if page.kind is PageKind.ADVICE else ""
    address = f"{settings.KITH.site_url}/{language.code}/advice/{own}"
    told = [each for section in page.sections for each in section.statements]
    return {
        "title": _text(page.title),
        "summary": _text(page.summary),
        "sections": [
            {
                "heading": _text(each.heading),
                "note": _text(each.note) if each.note else None,
                "statements": [_text(one.text) for one in each.statements],
            }
            for each in page.sections
        ],
        "signs": [
            {
                "heading": _text(card.heading),
                "note": _text(card.note) if card.note else None,
                "numbers": "   ".join(formats.phone(number) for number in card.numbers),
                "signs": [_text(each.text) for each in card.signs],
            }
            for about in signs_about(page.signs)
            for card in about.cards
        ],
        "note": _note(page),
        "sources_heading": _("Where this advice comes from"),
        "sources": sorted({each.source for each in told}),
        "owners": _("Owner:") + " " + str(formats.listed(sorted({each.owner for each in told}))),
        "review": _("To be reviewed by:") + " " + formats.date(min(each.review_by for each in told), "medium"),
        "place": settings.KITH.title,
        "address": address,
        "code": qr_picture(address),
        "code_words": _("This page on your phone, in your language") if own else _("All advice, in your language"),
    }


def _text(words: LocalText) -> dict[str, str | bool]:
    return {"text": words.text, "lang": words.lang, "rtl": words.direction == "rtl"}


def _note(page: PageTold) -> str:
    """What is to be said of a translation that no speaker has checked, or that is older than its English."""
    match page.state:
        case TranslationState.DRAFTED:
            return _("No one who speaks this language has checked every part of this page yet.")
        case TranslationState.OLDER:
            return _("The English page has changed since parts of this one were translated. We are working on it.")
        case TranslationState.MISSING:
            return _("Parts of this page are not in your language yet. They stand here in English.")
        case _:
            return ""
