"""Families looked for by the words of a parent's name, however it is spelled and in whichever letters."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.families.models.particulars import FamilyParticulars
from kith.families.models.people import Parent
from kith.families.queries.particulars import may_know
from kith.families.queries.reach import within_reach
from kith.families.rules.codes import Purpose
from kith.methods.names import plain_letters
from kith.platform.access.viewer import Viewer

MOST_WORDS = 6


def is_named(viewer: Viewer, words: str, *, family: str) -> Q:
    """A condition on another room's rows: the viewer may open the family in this column, and one name holds the words.

    The name of any of its parents; without words, every row fulfils it.
    """
    return _holds_all(words, family, Parent.objects.filter(within_reach(viewer, family="family_id")))


def is_named_to(viewer: Viewer, words: str, *, family: str, purpose: Purpose) -> Q:
    """The same where a list shows the main parent's name alone, to all the family agreed to name it to for this."""
    told = FamilyParticulars.objects.filter(may_know(viewer, family="family_id", purpose=purpose))
    return _holds_all(words, family, told)


def _holds_all(words: str, family: str, among: QuerySet[Parent] | QuerySet[FamilyParticulars]) -> Q:
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
