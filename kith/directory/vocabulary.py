"""The directory's terms, its place and its members as other directories know them: in English for every reader."""

from functools import cache
from typing import Any
from uuid import uuid5

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise

from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.needs import Need
from kith.directory.rules.open_referral.terms import CODES, NAMESPACE, Vocabulary, taxonomy_id, term_id
from kith.directory.rules.open_referral.writing import Names
from kith.directory.words import FEATURE_WORDS, NEED_WORDS, WAY_WORDS
from kith.kernel.ids import OrganisationId
from kith.organisations.queries.alliance import AllianceMember, alliance_members
from kith.places.codes.languages import SPOKEN, spoken_language
from kith.places.queries import locate, this_place
from kith.platform.access.viewer import ANONYMOUS

Json = dict[str, Any]
ABOUT: dict[Vocabulary, tuple[str, str]] = {
    Vocabulary.NEEDS: ("Need", "What parents and carers come for when they look for help with feeding."),
    Vocabulary.WAYS: ("Way", "How a service is reached: in person, online or by phone."),
    Vocabulary.LANGUAGES: ("Language spoken", "Languages that somebody at a service speaks, by BCP 47 code."),
    Vocabulary.FEATURES: ("How it feels", "What a parent asks about a place before setting out."),
}
_WORDS: dict[Vocabulary, dict[Any, Promise]] = {
    Vocabulary.NEEDS: dict(NEED_WORDS),
    Vocabulary.WAYS: dict(WAY_WORDS),
    Vocabulary.FEATURES: dict(FEATURE_WORDS),
}
_KINDS = {Vocabulary.NEEDS: Need, Vocabulary.WAYS: Way, Vocabulary.FEATURES: Feature}


def names() -> Names:
    """What the writing of records needs."""
    return Names(place=this_place().name, term=term)


def point_of(postcode: str) -> tuple[float, float] | None:
    """Where a postcode of this place lies."""
    place = locate(postcode)
    return (place.lon, place.lat) if place else None


def taxonomies() -> list[Json]:
    """The lists of terms, as the standard has them."""
    return [{"id": str(taxonomy_id(each)), "name": name, "description": about} for each, (name, about) in ABOUT.items()]


def terms() -> list[Json]:
    """All terms of all lists."""
    codes = [(vocabulary, code) for vocabulary, known in CODES.items() for code in known]
    spoken = sorted({language.code for language in SPOKEN})
    return [term(vocabulary, code) for vocabulary, code in [*codes, *((Vocabulary.LANGUAGES, each) for each in spoken)]]


@cache
def term(vocabulary: Vocabulary, code: str) -> Json:
    """One term, as the standard has it."""
    name = _name(vocabulary, code)
    return {
        "id": str(term_id(vocabulary, code)),
        "name": name,
        "description": f"{ABOUT[vocabulary][0]}: {name}",
        "taxonomy": ABOUT[vocabulary][0],
        "taxonomy_id": str(taxonomy_id(vocabulary)),
        "term": str(code),
    }


def members() -> dict[OrganisationId, Json]:
    """The organisations of the alliance, as the standard has them."""
    return {each.id: _organisation(each) for each in alliance_members(ANONYMOUS, lang="en")}


def _organisation(member: AllianceMember) -> Json:
    place = this_place()
    said: Json = {
        "id": str(uuid5(NAMESPACE, f"{settings.KITH.place}/organisation/{member.id}")),
        "name": member.name,
        "description": member.aims.text or f"A member of the infant-feeding alliance of {place.name}.",
        "website": member.website,
        "email": member.email,
    }
    return {key: value for key, value in said.items() if value}


def _name(vocabulary: Vocabulary, code: str) -> str:
    if vocabulary is Vocabulary.LANGUAGES:
        return spoken_language(code).english_name
    with translation.override("en"):
        return str(_WORDS[vocabulary][_KINDS[vocabulary](code)])
