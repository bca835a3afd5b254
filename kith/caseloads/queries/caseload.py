"""Caseloads: the families I lead, how many beside what is usual, and those I cover for a colleague."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from kith.caseloads.models.cover import Absence
from kith.caseloads.models.leading import Deputy, NamedLead, NamedLeadQuerySet, covered_by
from kith.caseloads.queries.last_contacts import last_contacts
from kith.caseloads.rules.leading import CaseKind, case_kind
from kith.caseloads.rules.sifting import Case, Sifting, sifted
from kith.caseloads.settings import USUAL_CASELOAD
from kith.families.queries.cards import FamilyCard, family_cards
from kith.families.queries.names import is_named
from kith.families.queries.stages import Stage, stages, wards
from kith.kernel import clock
from kith.kernel.ids import AbsenceId, FamilyId, MembershipId
from kith.methods.names import sorting_key
from kith.organisations.queries.people import MembershipCard, colleagues_of, membership_cards, people_who
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.tasks.queries.next_steps import next_due
from kith.walls.saying import beyond


@dataclass(frozen=True)
class CaseloadSize:
    """How many families a worker leads, by where each stands, beside what is usual here."""

    person: MembershipCard | None
    by_kind: dict[CaseKind, int]
    usual: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_kind.values())


@dataclass(frozen=True)
class CaseRow:
    """One family of a caseload."""

    family: FamilyCard
    kind: CaseKind
    covered_for: MembershipCard | None
    case: Case
    is_overdue: bool


@dataclass(frozen=True)
class Caseload:
    """My own families, those I cover, and for a manager of caseloads the sizes in their organisation."""

    size: CaseloadSize
    families: Paged[CaseRow]
    total: int
    sifting: Sifting
    languages: tuple[str, ...]
    wards: tuple[str, ...]
    colleagues: tuple[CaseloadSize, ...]


@dataclass(frozen=True)
class CoverRow:
    """A colleague who is away today, until when, and how many of her families I cover."""

    person: MembershipCard
    until_on: date
    family_count: int


@dataclass(frozen=True)
class AbsenceRow:
    """A planned absence and who covers; with no name given, each family's deputy."""

    id: AbsenceId
    person: MembershipCard
    cover: MembershipCard | None
    from_on: date
    until_on: date
    without_cover: int


def caseload(viewer: Viewer, asked: ListAsked, *, most: int = 0) -> Caseload:
    """The viewer's caseload as it is sifted and ordered. One entry in the audit says that the list was read."""
    access.require(viewer, Permission.LEAD_FAMILY)
    audit.read(viewer, "caseloads.caseload_listed", "organisations.Membership", viewer.membership_id)
    me = viewer.membership_id
    followed = NamedLead.objects.followed_by(me, clock.today()).order_by("from_at", "pk")
    leads = {FamilyId(family): MembershipId(by) for family, by in followed.values_list("family_id", "membership_id")}
    kinds = _kinds(found := stages(viewer, where=Q(Exists(_led(followed)))))
    cards = family_cards(viewer, list(kinds))
    cases = _cases(viewer, [each for each in found if each.family_id in cards], cards, leads)
    wanted = set(cards)
    if asked.words:
        named = followed.filter(is_named(viewer, asked.words, family="family_id"))
        wanted = {FamilyId(pk) for pk in named.values_list("family_id", flat=True)}
    sifting, today = Sifting.of(dict(asked.others)), clock.today()
    rows = sifted((case for case in cases if case.family_id in wanted), sifting, today=today)
    shown = paged(rows, asked, size=most) if most else paged(rows, asked)
    people = membership_cards({by for by in leads.values() if by != me})
    own = Counter(kinds[family_id] for family_id in kinds if leads[family_id] == me)
    return Caseload(
        size=CaseloadSize(None, _full(own), USUAL_CASELOAD.now),
        families=shown.with_rows(
            CaseRow(cards[case.family_id], case.kind, people.get(leads[case.family_id]), case, case.is_overdue(today))
            for case in shown.rows
        ),
        total=len(cases),
        sifting=sifting,
        languages=tuple(sorted({case.language for case in cases})),
        wards=tuple(sorted({case.ward for case in cases if case.ward})),
        colleagues=tuple(_colleagues(viewer)) if Permission.MANAGE_CASELOADS in viewer.permissions else (),
    )


def covering(viewer: Viewer) -> list[CoverRow]:
    """The colleagues the viewer covers for today, and for how many families."""
    if viewer.membership_id is None:
        return []
    away = {each.membership_id: each.until_on for each in Absence.objects.of_day(clock.today())}
    if not away:
        return []
    leads = NamedLead.objects.current().filter(covered_by(viewer.membership_id, clock.today()))
    counts = Counter(leads.values_list("membership_id", flat=True))
    people = membership_cards(MembershipId(each) for each in counts)
    return [CoverRow(people[MembershipId(by)], away[by], count) for by, count in sorted(counts.items())]


def absences(viewer: Viewer) -> list[AbsenceRow]:
    """Absences from today on: the viewer's own, and those of her organisation where she looks after caseloads."""
    access.require(viewer, Permission.LEAD_FAMILY)
    wanted = {viewer.membership_id}
    if Permission.MANAGE_CASELOADS in viewer.permissions:
        wanted |= {card.id for each in viewer.organisation_ids for card in colleagues_of(each)}
    rows = list(
        Absence.objects.planned()
        .filter(membership_id__in=[each for each in wanted if each], until_on__gte=clock.today())
        .order_by("from_on", "pk")
    )
    people = membership_cards(
        MembershipId(each) for row in rows for each in (row.membership_id, row.covered_by_id) if each
    )
    alone = _without_deputy([MembershipId(row.membership_id) for row in rows if row.covered_by_id is None])
    return [
        AbsenceRow(
            AbsenceId(row.pk),
            people[MembershipId(row.membership_id)],
            people.get(MembershipId(row.covered_by_id or 0)),
            row.from_on,
            row.until_on,
            0 if row.covered_by_id else alone[MembershipId(row.membership_id)],
        )
        for row in rows
    ]


def who_may_cover(viewer: Viewer) -> list[MembershipCard]:
    """The colleagues of the viewer's organisation who may lead families, by name."""
    people = people_who(Permission.LEAD_FAMILY, organisation_ids=viewer.organisation_ids)
    return sorted(people, key=lambda card: (sorting_key(card.name), card.id))


_ORDER = {CaseKind.UNDER_8_WEEKS: 0, CaseKind.EXPECTING: 1, CaseKind.LATER: 2}


def _colleagues(viewer: Viewer) -> list[CaseloadSize]:
    people = {card.id: card for card in who_may_cover(viewer)}
    rows = NamedLead.objects.current().filter(membership_id__in=people)
    leads = {FamilyId(family): MembershipId(by) for family, by in rows.values_list("family_id", "membership_id")}
    sizes: dict[MembershipId, Counter[CaseKind]] = {key: Counter() for key in people}
    for family_id, kind in _kinds(stages(viewer, where=Q(Exists(_led(rows))))).items():
        sizes[leads[family_id]][kind] += 1
    usual = USUAL_CASELOAD.now
    return [CaseloadSize(card, _full(sizes[key]), usual) for key, card in people.items()]


def _led(rows: NamedLeadQuerySet) -> NamedLeadQuerySet:
    return rows.order_by().filter(family_id=OuterRef("pk"))


def _cases(
    viewer: Viewer,
    found: list[Stage],
    cards: Mapping[FamilyId, FamilyCard],
    leads: Mapping[FamilyId, MembershipId],
) -> list[Case]:
    """Every family with what it is sifted by: one question for each thing, however many the families are."""
    ids = list(cards)
    live_in, kinds = wards(viewer, where=Q(pk__in=ids)), _kinds(found)
    due, seen = next_due(ids), last_contacts(viewer, ids)
    return [
        Case(
            family_id=each.family_id,
            name=cards[each.family_id].name,
            kind=kinds[each.family_id],
            language=cards[each.family_id].speaks,
            ward=live_in.get(each.family_id, ""),
            is_own=leads[each.family_id] == viewer.membership_id,
            youngest_born_on=each.youngest_born_on,
            due_on=cards[each.family_id].due_on,
            next_due_on=due.get(each.family_id),
            last_contact_on=seen.get(each.family_id),
        )
        for each in found
    ]


def _kinds(found: list[Stage]) -> dict[FamilyId, CaseKind]:
    today = clock.today()
    return {
        each.family_id: case_kind(youngest_born_on=each.youngest_born_on, is_expecting=each.is_expecting, today=today)
        for each in found
    }


def _full(counts: Counter[CaseKind]) -> dict[CaseKind, int]:
    return {kind: counts[kind] for kind in _ORDER}


@beyond("how many families somebody at work leads, whoever they are")
def _without_deputy(absent: list[MembershipId]) -> Counter[MembershipId]:
    """How many families of each of these people have no deputy."""
    deputy = Deputy.objects.current().filter(family_id=OuterRef("family_id"))
    rows = NamedLead.objects.current().filter(~Exists(deputy), membership_id__in=absent)
    return Counter(MembershipId(by) for by in rows.values_list("membership_id", flat=True))
