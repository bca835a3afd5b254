"""The typed facts of the places that can be demonstrated without any file; of any other, what its codes tell."""

from collections.abc import Sequence
from dataclasses import replace

from kith.places.facts import coventry, milton_keynes, sources
from kith.places.facts.authorities import Authority
from kith.places.facts.shape import PlaceFacts

_PLACES = {facts.slug: facts for facts in (milton_keynes.FACTS, coventry.FACTS)}


# A county is wider than a town.
_WIDE = 0.6


class UnknownPlace(LookupError):
    """Nothing is typed in about this place; the text says which there are and what to do."""


def facts_of(slug: str) -> PlaceFacts:
    """The facts of one place; UnknownPlace where there are none."""
    try:
        return _PLACES[slug]
    except KeyError:
        known = ", ".join(sorted(_PLACES))
        raise UnknownPlace(
            f"place {slug!r}: no facts are typed in (there are {known}). "
            f"Add kith/places/facts/{slug.replace('-', '_')}.py after the pattern of the others."
        ) from None


def facts_of_areas(areas: Sequence[Authority], name: str) -> PlaceFacts:
    """The facts of a real place: typed in where it is one authority that we know, else its codes and their middle."""
    codes = tuple(area.code for area in areas)
    typed = next((each for each in _PLACES.values() if (each.authority_code,) == codes), None)
    if typed:
        return replace(typed, name=name or typed.name, authority_names=(typed.name,))
    return PlaceFacts(
        slug="",
        name=name or " and ".join(area.name for area in areas),
        authority_code=codes[0],
        further_codes=codes[1:],
        authority_names=tuple(area.name for area in areas),
        spread=_WIDE,
        lon=sum(area.lon for area in areas) / len(areas),
        lat=sum(area.lat for area in areas) / len(areas),
        births_a_year=0,
        births_source=sources.AUTHORITIES,
        wards=(),
        districts=(),
        published=(),
        feeding_from_to=(0.0, 0.0),
        feeding_source=sources.AUTHORITIES,
        sources=(sources.AUTHORITIES,),
    )
