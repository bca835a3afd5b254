"""Outreach programmes: the list, one with its caseload, and its reach against local births."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from kith.caseloads.queries.leading import led_family_ids
from kith.families.queries.cards import FamilyCard, family_cards
from kith.families.queries.names import is_named
from kith.families.queries.reach import may_open, within_reach
from kith.families.queries.stages import BirthInGroups, births_in_groups
from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.kernel.ids import EnrolmentId, FamilyId, MembershipId, OrganisationId, ProgrammeId
from kith.kernel.quarter import Quarter
from kith.methods import Estimate, proportion
from kith.methods.names import sorting_key
from kith.organisations.queries.people import (
    MembershipCard,
    OrganisationCard,
    membership_cards,
    organisation_cards,
    people_who,
)
from kith.platform import access, audit
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.platform.prepared import Given, Prepared
from kith.programmes.models.programmes import Enrolment, Programme
from kith.programmes.rules.programmes import Communities
from kith.showing.shares import ShownShare, shown_shares
from kith.walls.saying import beyond

QUARTERS_SHOWN = 4


@dataclass(frozen=True)
class ProgrammePerson:
    """A worker of an outreach programme who stands beside the family."""

    programme: str
    person: MembershipCard


@dataclass(frozen=True)
class ProgrammeCard:
    """A programme in a list."""

    id: ProgrammeId
    name: str
    organisation: OrganisationCard
    communities: Communities
    before_birth: bool
    after_birth: bool
    began_on: date
    workers: tuple[MembershipCard, ...]


@dataclass(frozen=True)
class EnrolmentRow:
    """A family that a programme stands beside."""

    id: EnrolmentId
    family: FamilyCard
    worker: MembershipCard
    enrolled_at: datetime


@dataclass(frozen=True)
class BesideRow:
    """A family of a programme's worker, and whether the programme stands beside it already."""

    family_id: FamilyId
    is_enrolled: bool


@dataclass(frozen=True)
class QuarterReach:
    """The families of the communities with a birth in a quarter, and how many of them were enrolled."""

    quarter: Quarter
    shown: ShownShare


@dataclass(frozen=True)
class Reach:
    """Reach by quarter and over the year, and how far families of unknown ethnicity could move it."""

    quarters: tuple[QuarterReach, ...]
    year: ShownShare
    not_known: int
    with_not_known: Estimate[float] | None


@dataclass(frozen=True)
class ProgrammePage:
    """A programme opened, as far as the viewer may see it: None for families that are not theirs to see."""

    card: ProgrammeCard
    families: Paged[EnrolmentRow] | None
    reach: Reach
    may_manage: bool
    colleagues: tuple[MembershipCard, ...]


def may_see_programmes(viewer: Viewer) -> bool:
    """Whether programmes and their reach are this viewer's business: who works in them, plans them, or counts."""
    wanted = {Permission.LEAD_FAMILY, Permission.MANAGE_PROGRAMMES, Permission.SEE_CONTINUITY}
    return bool(wanted & viewer.permissions)


def programmes(viewer: Viewer) -> list[ProgrammeCard]:
    """Every programme of the place, by name; only its own people see which families it stands beside."""
    if not may_see_programmes(viewer):
        raise Forbidden("programmes")
    return _cards(Programme.objects.prefetch_related("workers"))


def programme_page(viewer: Viewer, programme_id: ProgrammeId, asked: ListAsked) -> ProgrammePage:
    """One programme: its caseload for those who work in its organisation with families, its reach for all who count."""
    if not may_see_programmes(viewer):
        raise Forbidden("programmes")
    row = Programme.objects.filter(pk=programme_id).prefetch_related("workers").first()
    if row is None:
        raise NotFound("programme")
    (card,) = _cards([row])
    is_ours = card.organisation.id in viewer.organisation_ids
    may_see = is_ours and Permission.SEE_FAMILY in viewer.permissions
    may_manage = is_ours and Permission.MANAGE_PROGRAMMES in viewer.permissions
    colleagues = people_who(Permission.LEAD_FAMILY, organisation_ids=[card.organisation.id]) if may_manage else ()
    return ProgrammePage(
        card=card,
        families=_enrolments(viewer, programme_id, asked) if may_see else None,
        reach=reach_of(viewer, card),
        may_manage=may_manage,
        colleagues=tuple(colleagues),
    )


def programmes_for(viewer: Viewer, family_id: FamilyId) -> list[ProgrammeCard]:
    """The programmes in which the viewer works and which do not stand beside this family yet."""
    access.require(viewer, Permission.LEAD_FAMILY, family_id=family_id)
    if viewer.membership_id is None:
        return []
    mine = Programme.objects.filter(workers__membership_id=viewer.membership_id, workers__until_on__isnull=True)
    there = Enrolment.objects.current().filter(family_id=family_id).values("programme_id")
    return _cards(mine.exclude(pk__in=there).prefetch_related("workers"))


@beyond("counts of the whole place, without a name")
def reach_of(viewer: Viewer, card: ProgrammeCard) -> Reach:
    """Families of these communities with a birth: enrolled by today, of all who are registered."""
    last = Quarter.of(clock.today())
    quarters = [last]
    for _ in range(QUARTERS_SHOWN - 1):
        quarters.insert(0, quarters[0].previous())
    births = births_in_groups(viewer, quarters[0].first_day, clock.today())
    theirs = [birth for birth in births if card.communities.include(**_groups(birth))]
    perhaps = [birth for birth in births if card.communities.may_include(**_groups(birth))]
    enrolled = _enrolled(card.id, [birth.family_id for birth in (*theirs, *perhaps)])
    counts = {quarter: [0, 0] for quarter in quarters}
    for birth in theirs:
        of_quarter = counts[Quarter.of(birth.born_on)]
        of_quarter[0] += birth.family_id in enrolled
        of_quarter[1] += 1
    smallest = SMALLEST_COUNT.now
    x, n = ([counts[quarter][part] for quarter in quarters] for part in (0, 1))
    (shown,) = shown_shares([x], [n], smallest=smallest)
    year = shown_shares([[sum(x)]], [[sum(n)]], smallest=smallest)[0][0]
    widest = sum(n) + len(perhaps)
    reached = sum(x) + sum(birth.family_id in enrolled for birth in perhaps)
    return Reach(
        quarters=tuple(QuarterReach(quarter, cell) for quarter, cell in zip(quarters, shown, strict=True)),
        year=year,
        not_known=len(perhaps) if len(perhaps) == 0 or len(perhaps) >= smallest else 0,
        with_not_known=proportion(reached, widest) if not year.is_hidden and len(perhaps) >= smallest else None,
    )


def _groups(birth: BirthInGroups) -> dict[str, str]:
    return {"ethnicity": birth.ethnicity, "speaks": birth.speaks, "ward": birth.ward_code}


def _enrolled(programme_id: ProgrammeId, family_ids: list[FamilyId]) -> set[FamilyId]:
    rows = Enrolment.objects.filter(programme_id=programme_id, family_id__in=family_ids)
    return {FamilyId(family_id) for family_id in rows.values_list("family_id", flat=True)}


def enrolment_of(viewer: Viewer, programme_id: ProgrammeId, enrolment_id: EnrolmentId) -> EnrolmentRow | None:
    """A family that the programme stands beside; None once it is over, NotFound beyond the viewer's reach."""
    access.require(viewer, Permission.LEAD_FAMILY)
    row = Enrolment.objects.filter(pk=enrolment_id, programme_id=programme_id).first()
    card = family_cards(viewer, [FamilyId(row.family_id)]).get(FamilyId(row.family_id)) if row else None
    if row is None or card is None:
        raise NotFound("enrolment")
    worker = MembershipId(row.membership_id)
    return (
        EnrolmentRow(enrolment_id, card, membership_cards([worker])[worker], row.enrolled_at)
        if not row.ended_at
        else None
    )


def _enrolments(viewer: Viewer, programme_id: ProgrammeId, asked: ListAsked) -> Paged[EnrolmentRow]:
    audit.read(viewer, "programmes.programme_listed", "programmes.Programme", programme_id)
    rows = Enrolment.objects.current().filter(programme_id=programme_id).order_by("-enrolled_at", "-pk")
    in_reach = rows.filter(within_reach(viewer, family="family_id"))
    found = paged(in_reach.filter(is_named(viewer, asked.words, family="family_id")), asked)
    families = family_cards(viewer, [FamilyId(row.family_id) for row in found.rows])
    people = membership_cards(MembershipId(row.membership_id) for row in found.rows)
    return found.with_rows(
        EnrolmentRow(
            EnrolmentId(row.pk),
            families[FamilyId(row.family_id)],
            people[MembershipId(row.membership_id)],
            row.enrolled_at,
        )
        for row in found.rows
        if FamilyId(row.family_id) in families
    )


def _cards(found: Iterable[Programme]) -> list[ProgrammeCard]:
    rows = sorted(found, key=lambda row: (sorting_key(row.name), row.pk))
    workers: Mapping[int, list[MembershipId]] = {
        row.pk: [MembershipId(each.membership_id) for each in row.workers.all() if each.until_on is None]
        for row in rows
    }
    people = membership_cards(each for ids in workers.values() for each in ids)
    organisations = organisation_cards(OrganisationId(row.organisation_id) for row in rows)
    return [
        ProgrammeCard(
            id=ProgrammeId(row.pk),
            name=row.name,
            organisation=organisations[OrganisationId(row.organisation_id)],
            communities=Communities(tuple(row.ethnicities), tuple(row.languages), tuple(row.wards)),
            before_birth=row.before_birth,
            after_birth=row.after_birth,
            began_on=row.began_on,
            workers=tuple(people[each] for each in workers[row.pk]),
        )
        for row in rows
    ]


def families_beside(viewer: Viewer) -> list[BesideRow]:
    """The families a programme's worker leads that no programme stands beside yet, then those she stands beside.

    Two statements; whether the viewer may see each family is asked by the list that shows their names.
    """
    access.require(viewer, Permission.LEAD_FAMILY)
    led = led_family_ids(viewer)
    rows = Enrolment.objects.current().filter(Q(membership_id=viewer.membership_id) | Q(family_id__in=led))
    beside = [
        (FamilyId(family_id), by == viewer.membership_id)
        for family_id, by in rows.order_by("-enrolled_at", "-pk").values_list("family_id", "membership_id")
    ]
    known = {family_id for family_id, _ in beside}
    without = [BesideRow(family_id, is_enrolled=False) for family_id in led if family_id not in known]
    return without + [BesideRow(family_id, is_enrolled=True) for family_id, is_mine in beside if is_mine]


def enrolled_with(viewer: Viewer, family_id: FamilyId) -> tuple[ProgrammePerson, ...]:
    """Who stands beside the family in which programme; NotFound unless the viewer may open its record."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    rows = _ENROLLED(family_id=family_id)
    people = membership_cards(MembershipId(row.membership_id) for row in rows)
    return tuple(ProgrammePerson(row.programme.name, people[MembershipId(row.membership_id)]) for row in rows)


_ENROLLED = Prepared(
    lambda: Enrolment.objects.current().filter(family_id=Given("family_id")).select_related("programme").order_by("pk")
)
