"""Who stands on a record, as the rules recognise them: names as PostgreSQL hears them, and days."""

from collections.abc import Collection, Iterable

from django.db import connection

from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.rules.duplicates import Known
from kith.families.rules.sounds import Codes, plain_letters
from kith.kernel.ids import FamilyId


def known_parents(family_id: FamilyId) -> list[Known]:
    """The parents of a family, as far as it serves to find them on another record; the main one first."""
    rows = list(Parent.objects.filter(family_id=family_id).order_by("-is_main", "given_name", "pk"))
    names = names_heard(row.heard_as for row in rows)
    return [Known(row.pk, names[row.heard_as], row.born_on, row.account_id) for row in rows]


def known_babies(family_id: FamilyId) -> list[Known]:
    """The babies of a family, likewise."""
    rows = list(Baby.objects.filter(family_id=family_id).order_by("born_on", "name", "pk"))
    names = names_heard(plain_letters(row.name) for row in rows)
    return [Known(row.pk, names[plain_letters(row.name)], row.born_on) for row in rows]


def known_pregnancies(family_id: FamilyId) -> list[Known]:
    """The pregnancies of a family, likewise: those under way with each other, and those ended."""
    rows = Pregnancy.objects.filter(family_id=family_id).order_by("due_on", "pk")
    return [Known(row.pk, (), row.due_on) for row in rows]


def names_heard(heard: Iterable[str]) -> dict[str, tuple[Codes, ...]]:
    """Each name in plain letters with the codes of its words, in one question to the database."""
    names = set(heard)
    codes = codes_of({word for name in names for word in name.split()})
    return {name: tuple(codes[word] for word in name.split()) for name in names}


def codes_of(words: Collection[str]) -> dict[str, Codes]:
    """What each word in plain letters sounds like."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT word, kith_sounds(word) FROM unnest(%s::varchar[]) AS word", [sorted(words)])
        return {word: frozenset(codes) for word, codes in cursor.fetchall()}
