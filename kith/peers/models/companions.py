"""Supporters and wishes as matching reads them: alike for pages, for a choice and for a plan of all."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kith.kernel import clock
from kith.methods.matching import Asking, Companion
from kith.peers.models.matching import MatchWeight, PeerMatch, PeerVeto, PeerWish
from kith.peers.models.proofs import PeerCheck
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.checks import CheckFacts
from kith.peers.rules.codes import CheckState
from kith.peers.rules.matching import USUAL_WEIGHTS


def checks_of(supporter_ids: Iterable[int]) -> dict[int, CheckFacts]:
    """The check that counts of each of these supporters."""
    rows = counting_checks().filter(supporter_id__in=set(supporter_ids)).order_by("supporter_id", "-pk")
    return {row.supporter_id: row.facts for row in rows.distinct("supporter_id")}


def counting_checks() -> QuerySet[PeerCheck]:
    """All checks but renewals that wait for their answer: until then the one before them counts."""
    before = PeerCheck.objects.filter(supporter=OuterRef("supporter"), pk__lt=OuterRef("pk")).order_by("-pk")
    renewed = Coalesce(Subquery(before.values("level")[:1]), Value(""))
    return PeerCheck.objects.alias(renewed=renewed).exclude(state=CheckState.ASKED, level=F("renewed"))


def companions(on: date | None = None) -> list[Companion]:
    """All who are active and whose check holds on the day (today), with room or without."""
    day, rows = on or clock.today(), list(PeerSupporter.objects.active())
    checks = checks_of(row.pk for row in rows)
    taken = Counter(PeerMatch.objects.active().order_by().values_list("supporter_id", flat=True))
    return [
        Companion(str(row.pk), row.offered.traits, max(row.places - taken[row.pk], 0))
        for row in rows
        if row.pk in checks and checks[row.pk].holds_on(day)
    ]


def askings(wishes: Iterable[PeerWish]) -> list[Asking]:
    """What each wish asks for, with the supporters the family has said no to and how many days it waits."""
    rows, vetoed = list(wishes), defaultdict(set)
    said = PeerVeto.objects.filter(family_id__in={row.family_id for row in rows})
    for family_id, supporter_id in said.values_list("family_id", "supporter_id"):
        vetoed[family_id].add(str(supporter_id))
    now = clock.now()
    return [
        Asking(
            str(row.pk),
            row.said.must,
            row.said.must_not,
            row.said.wishes,
            frozenset(vetoed[row.family_id]),
            waited=max((now - row.asked_at).days, 0),
            group=row.language,
        )
        for row in rows
    ]


def weights() -> dict[str, int]:
    """How much each kind of wish weighs now: as it was set, or as Kith proposes."""
    return {**USUAL_WEIGHTS, **{row.kind: row.weight for row in MatchWeight.objects.current()}}
