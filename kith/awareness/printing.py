"""The poster of an event in one language, in the place's own colours."""

from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.awareness.queries.events import EventCard
from kith.files.qr import qr_picture
from kith.files.typesetting import typeset
from kith.kernel.choices.place import BRAND
from kith.kernel.languages import Language
from kith.platform.i18n.texts import LocalText
from kith.platform.ui import formats

TEMPLATE = Path(__file__).resolve().parent / "templates/awareness/poster.typ"
PLUM = "#5a2350"


def print_poster(card: EventCard, language: Language) -> bytes:
    """One page to hang up; its code leads to the event's page in this language, which must be the active one."""
    address = f"{settings.KITH.site_url}{reverse('alliance-event', args=[card.id])}"
    facts = {
        "title": _text(card.title),
        "short": _text(card.short),
        "long": _text(card.long) if card.long else None,
        "when": when_words(card),
        "place": settings.KITH.title,
        "colour": BRAND.now or PLUM,
        "address": address,
        "code": qr_picture(address),
        "code_words": _("Where help is near you, in your language"),
    }
    return typeset(TEMPLATE, facts, language)


def when_words(card: EventCard) -> str:
    """Its day, or from which day until which."""
    first = formats.date(card.from_on)
    return first if card.is_one_day else f"{first} – {formats.date(card.until_on)}"


def _text(words: LocalText) -> dict[str, str | bool]:
    return {"text": words.text, "lang": words.lang, "rtl": words.direction == "rtl"}
