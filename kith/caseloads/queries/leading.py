"""Who is there for one family, and who might be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q

from kith.caseloads.models.cover import Absence
from kith.caseloads.models.handover import Handover
from kith.caseloads.models.leading import Deputy, NamedLead
from kith.caseloads.rules.leading import Candidate, Suggestion, suggest_leads
from kith.caseloads.settings import USUAL_CASELOAD
from kith.families.queries.cards import FamilyCard, family_cards
from kith.families.queries.reach import may_open, organisations_that_may_open
from kith.families.queries.stages import wards
from kith.kernel import clock
from kith.kernel.ids import FamilyId, HandoverId, MembershipId, TeamId
from kith.methods.names import sorting_key
from kith.organisations.queries.people import MembershipCard, membership_cards, people_who, team_names
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.once import once
from kith.platform.prepared import Given, Prepared
from kith.walls.saying import beyond

MOST_SUGGESTED = 8


@dataclass(frozen=True)
class NamedPerson:
    """A family's lead or deputy, and since when."""

    person: MembershipCard
    since: datetime


@dataclass(frozen=True)
class Cover:
    """The lead is away today: until which day, and who stands in for them, if there is cover."""

    until_on: date
    person: MembershipCard | None


@dataclass(frozen=True)
class LeadStretch:
    """One person's time as the family's lead."""

    membership_id: MembershipId
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True)
class LeadRow:
    """A worker who leads or has led the family, and when."""

    person: MembershipCard
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True)
class PeopleBeside:
    """All staff named for a family today."""

    lead: NamedPerson | None
    deputy: NamedPerson | None
    team: str
    cover: Cover | None
    handover_id: HandoverId | None


@dataclass(frozen=True)
class SuggestedPerson:
    """A worker who might lead, and what speaks for them."""

    person: MembershipCard
    suggestion: Suggestion


@dataclass(frozen=True)
class LeadPage:
    """What the page about one family's lead shows."""

    family: FamilyCard
    people: PeopleBeside
    suggested: tuple[SuggestedPerson, ...]
    teams: Mapping[TeamId, str]
    may_stand: tuple[MembershipCard, ...]
    usual_caseload: int
    may_arrange: bool


def people_beside(viewer: Viewer, family_id: FamilyId) -> PeopleBeside:
    """All staff named for the family today; NotFound unless the viewer may open its record."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    lead = next((row for row in _leads(family_id) if row.until_at is None), None)
    deputy = next(iter(_DEPUTY(family_id=family_id)), None)
    away = next((each for each in _away() if lead and each.membership_id == lead.membership_id), None)
    handover = next(iter(_HANDOVER(family_id=family_id)), None)
    cover = (away.covered_by_id or (deputy.membership_id if deputy else None)) if away else None
    wanted = {row.membership_id for row in (lead, deputy) if row} | {cover}
    people = membership_cards(MembershipId(each) for each in wanted if each)
    return PeopleBeside(
        lead=NamedPerson(people[MembershipId(lead.membership_id)], lead.from_at) if lead else None,
        deputy=NamedPerson(people[MembershipId(deputy.membership_id)], deputy.from_at) if deputy else None,
        team=lead.team.name if lead and lead.team else "",
        cover=Cover(away.until_on, people.get(MembershipId(cover or 0))) if away else None,
        handover_id=HandoverId(handover.pk) if handover else None,
    )


def lead_stretches(family_id: FamilyId) -> list[LeadStretch]:
    """Who leads or has led the family, the latest first; whether the record may be opened was decided before."""
    return [LeadStretch(MembershipId(row.membership_id), row.from_at, row.until_at) for row in _leads(family_id)]


def _leads(family_id: FamilyId) -> list[NamedLead]:
    return once(("leads", family_id), lambda: _LEADS(family_id=family_id))


def _away() -> list[Absence]:
    return Absence.objects.of_day(clock.today())


def lead_history(viewer: Viewer, family_id: FamilyId) -> tuple[LeadRow, ...]:
    """Who leads or has led the family, the latest first; NotFound unless the viewer may open its record."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    rows = lead_stretches(family_id)
    people = membership_cards(row.membership_id for row in rows)
    return tuple(LeadRow(people[row.membership_id], row.from_at, row.until_at) for row in rows)


def leads_of(family_ids: Iterable[FamilyId]) -> list[tuple[FamilyId, MembershipId]]:
    """Who leads these families now."""
    rows = NamedLead.objects.current().filter(family_id__in=family_ids).values_list("family_id", "membership_id")
    return [(FamilyId(family_id), MembershipId(membership_id)) for family_id, membership_id in rows]


def lead_and_deputy(family_id: FamilyId) -> list[MembershipId]:
    """The family's lead, then her deputy."""
    tables = (NamedLead.objects.current(), Deputy.objects.current())
    found = [rows.filter(family_id=family_id).values_list("membership_id", flat=True) for rows in tables]
    return [MembershipId(membership_id) for rows in found for membership_id in rows]


def led_family_ids(viewer: Viewer) -> list[FamilyId]:
    """The families that the viewer leads now, and those covered for a colleague who is away today."""
    rows = NamedLead.objects.followed_today(viewer).order_by("family_id")
    return [FamilyId(family_id) for family_id in rows.values_list("family_id", flat=True)]


def is_led_by(viewer: Viewer, family: str = "family_id") -> Exists:
    """A condition on other rooms' rows: the viewer leads the family in this column, or covers for who does."""
    led = NamedLead.objects.filter(family_id=OuterRef(family))
    return Exists(led.followed_today(viewer))


def lead_page(viewer: Viewer, family_id: FamilyId) -> LeadPage:
    """Who leads the family and who might, by language, area and room; NotFound beyond reach. Logged as a read."""
    access.require(viewer, Permission.LEAD_FAMILY, family_id=family_id)
    audit.read(viewer, "caseloads.lead_opened", "families.Family", family_id, family_id=family_id)
    family = family_cards(viewer, [family_id])[family_id]
    people = people_beside(viewer, family_id)
    asked = people_who(Permission.LEAD_FAMILY, organisation_ids=organisations_that_may_open(family_id))
    asked = [card for card in asked if not (people.lead and people.lead.person.id == card.id)]
    is_hers = people.lead is None or people.lead.person.id == viewer.membership_id
    return LeadPage(
        family=family,
        people=people,
        suggested=tuple(suggested(viewer, family, asked)[:MOST_SUGGESTED]),
        teams=team_names({card.team_id for card in asked if card.team_id}),
        may_stand=tuple(sorted(asked, key=lambda card: (sorting_key(card.name), card.id))),
        usual_caseload=USUAL_CASELOAD.now,
        may_arrange=is_hers or Permission.MANAGE_CASELOADS in viewer.permissions,
    )


def suggested(viewer: Viewer, family: FamilyCard, people: list[MembershipCard]) -> list[SuggestedPerson]:
    """These people in the order in which they suit the family: her language, her ward, room for one more."""
    ward = wards(viewer, where=Q(pk=family.id)).get(family.id, "")
    sizes = caseload_sizes(card.id for card in people)
    cards = {card.id: card for card in people}
    candidates = [Candidate(card.id, card.languages, card.wards, sizes.get(card.id, 0)) for card in people]
    usual = USUAL_CASELOAD.now
    found = suggest_leads(candidates, language=family.speaks, ward=ward, usual=usual)
    return [SuggestedPerson(cards[each.candidate.membership_id], each) for each in found]


@beyond("how many families somebody at work leads, whoever they are")
def caseload_sizes(membership_ids: Iterable[MembershipId]) -> dict[MembershipId, int]:
    """How many families each of these people leads now."""
    rows = NamedLead.objects.current().filter(membership_id__in=set(membership_ids))
    counted = rows.values_list("membership_id").order_by().annotate(count=Count("*"))
    return {MembershipId(membership_id): count for membership_id, count in counted}


_LEADS = Prepared(
    lambda: NamedLead.objects.filter(family_id=Given("family_id")).select_related("team").order_by("-from_at")
)
_DEPUTY = Prepared(lambda: Deputy.objects.current().filter(family_id=Given("family_id"))[:1])
_HANDOVER = Prepared(lambda: Handover.objects.open().filter(family_id=Given("family_id")).order_by("pk")[:1])
