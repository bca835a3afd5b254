"""Parents' words that may be printed, and the names by which a text would lead to a person."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from kith.kernel.anonymity import Found, Known, traces_in
from kith.kernel.languages import ENGLISH
from kith.organisations.queries.people import organisation_cards, people_who
from kith.places.queries import this_place, ward_names
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.showing.papers import Quote, released_quotes


@dataclass(frozen=True)
class CheckedQuote:
    """Words that a moderator released, and what in them still leads to a person: then they are not printed."""

    quote: Quote
    found: tuple[Found, ...]


def checked_quotes(viewer: Viewer, lang: str) -> tuple[CheckedQuote, ...]:
    """Every released quote with what was found in it."""
    known = known_names()
    return tuple(
        CheckedQuote(each, traces_in(each.words, known, is_english=each.lang == ENGLISH.code))
        for each in released_quotes(viewer, lang)
    )


def printable_quotes(viewer: Viewer, lang: str) -> tuple[Quote, ...]:
    """Those that lead to no person."""
    return tuple(each.quote for each in checked_quotes(viewer, lang) if not each.found)


def released_words(viewer: Viewer, lang: str) -> tuple[str, ...]:
    """What may be quoted in a text of this language: in it, and in English."""
    languages: Iterable[str] = dict.fromkeys((lang, ENGLISH.code))
    return tuple(dict.fromkeys(each.words for code in languages for each in released_quotes(viewer, code)))


def known_names() -> Known:
    """Who works here, the small areas of the place, and names that are no person's."""
    place = this_place()
    organisations = tuple(card.name for card in organisation_cards().values())
    return Known(
        people=tuple(card.name for card in people_who(Permission.SEE_GALLERY)),
        areas=tuple(ward_names().values()),
        not_names=(place.name, settings.KITH.title, *organisations),
    )
