"""Families looked for by the words of a parent's name, however it is spelled and in whichever letters."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.families.models.people import Parent
from kith.families.queries.reach import within_reach
from kith.methods.names import plain_letters
from kith.platform.access.viewer import Viewer

MOST_WORDS = 6


def is_named(viewer: Viewer, words: str, *, family: str) -> Q:
    """A condition on another room's rows: the viewer may open the family in this column, and one name holds the words.

    The name of any of its parents; without words, every row fulfils it.
    """
    return holds(words, family, among=Parent.objects.filter(within_reach(viewer, family="family_id")))


def holds(words: str, family: str, *, among: QuerySet[Any]) -> Q:
    """The same among rows that bear a name as a parent's do, with the family they are of in ``family_id``."""
    asked = words.split()[:MOST_WORDS]
    if not asked:
        return Q()
    return Q(Exists(among.filter(*map(_holds, asked), family_id=OuterRef(family))))


def _holds(word: str) -> Q:
    """The word as it is written, or a word that begins as it sounds: plain letters know no accents and no scripts."""
    found = Q(given_name__icontains=word) | Q(family_name__icontains=word)
    if plain := plain_letters(word):
        found |= Q(heard_as__startswith=plain) | Q(heard_as__contains=f" {plain}")
    return found
