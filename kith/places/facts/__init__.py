"""The typed facts of the places that can be demonstrated without any file; nothing else knows more than one place."""

from kith.places.facts import coventry, milton_keynes
from kith.places.facts.shape import PlaceFacts

_PLACES = {facts.slug: facts for facts in (milton_keynes.FACTS, coventry.FACTS)}


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
