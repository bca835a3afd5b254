"""What panels found: which organisations have each finding, what was answered, and what is late."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kith.directory.queries.cards import ServiceCard
from kith.directory.queries.search import services_by_id
from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId, ServiceId
from kith.organisations.queries.people import MembershipCard, membership_cards, organisation_cards
from kith.panels.models.sessions import PanelFinding, PassedFinding, PassedFindingQuerySet
from kith.panels.queries.sessions import SessionRow
from kith.panels.rules.codes import FindingId, PanelSessionId, PassedAnswer, PassedId
from kith.panels.rules.findings import is_late
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged


@dataclass(frozen=True)
class PassedRow:
    """A finding in the hands of an organisation."""

    id: PassedId
    finding_id: FindingId
    finding: str
    session_id: PanelSessionId
    organisation: str
    service: str
    answerer: MembershipCard | None
    answerer_id: MembershipId | None
    organisation_id: OrganisationId
    due_on: date
    days_overdue: int
    answer: PassedAnswer | None
    words: str
    answered_on: date | None
    is_late: bool


@dataclass(frozen=True)
class FindingRow:
    """One thing a panel found, and the organisations that have it."""

    id: FindingId
    words: str
    session: SessionRow
    passed: tuple[PassedRow, ...]


def findings_of(viewer: Viewer, session_id: PanelSessionId) -> tuple[FindingRow, ...]:
    """What one session found, in the order it was written down."""
    access.require(viewer, Permission.SEE_THEMES)
    return finding_rows(viewer, PanelFinding.objects.filter(session_id=session_id))


def finding(viewer: Viewer, finding_id: FindingId) -> FindingRow:
    """One finding; NotFound for none."""
    access.require(viewer, Permission.SEE_THEMES)
    found = finding_rows(viewer, PanelFinding.objects.filter(pk=finding_id))
    if not found:
        raise NotFound("finding")
    return found[0]


def passed_finding(viewer: Viewer, passed_id: PassedId) -> PassedRow:
    """A finding that was passed on, for those who take part and for the person who is asked to answer."""
    row = _passed().filter(pk=passed_id).first()
    is_asked = row is not None and row.answerer_id is not None and row.answerer_id == viewer.membership_id
    if row is None or not (is_asked or Permission.SEE_THEMES in viewer.permissions):
        raise NotFound("finding")
    return passed_rows(viewer, [row])[0]


def my_findings(viewer: Viewer) -> tuple[PassedRow, ...]:
    """What the viewer is asked to answer, the first due first."""
    if viewer.membership_id is None:
        return ()
    return passed_rows(viewer, _passed().waiting().filter(answerer_id=viewer.membership_id))


def late_findings_count(viewer: Viewer) -> int:
    """How many answers are past their day."""
    if Permission.MANAGE_THEMES not in viewer.permissions:
        return 0
    return PassedFinding.objects.waiting().filter(due_on__lt=clock.today()).count()


def answers_waited_for(viewer: Viewer, asked: ListAsked) -> Paged[PassedRow]:
    """Findings without an answer, the longest overdue first."""
    access.require(viewer, Permission.SEE_THEMES)
    page = paged(_passed().waiting(), asked)
    return page.with_rows(passed_rows(viewer, page.rows))


def finding_rows(viewer: Viewer, rows: Iterable[PanelFinding]) -> tuple[FindingRow, ...]:
    """These findings, each with the organisations that have it; three statements."""
    ids = [row.pk for row in rows]
    found = list(PanelFinding.objects.filter(pk__in=ids).select_related("session__panel").order_by("pk"))
    passed: dict[int, list[PassedRow]] = {}
    for row in passed_rows(viewer, _passed().filter(finding_id__in=ids)):
        passed.setdefault(row.finding_id, []).append(row)
    return tuple(
        FindingRow(FindingId(row.pk), row.words, SessionRow.of(row.session), tuple(passed.get(row.pk, ())))
        for row in found
    )


def passed_rows(viewer: Viewer, rows: Iterable[PassedFinding]) -> tuple[PassedRow, ...]:
    """These findings in others' hands, with the names of organisations, services and people."""
    found = list(rows)
    people = membership_cards(MembershipId(row.answerer_id) for row in found if row.answerer_id)
    named = {each: card.name for each, card in organisation_cards().items()} if found else {}
    wanted = {ServiceId(row.service_id) for row in found if row.service_id}
    services = services_by_id(viewer, wanted, lang="en") if wanted else {}
    return tuple(_row(row, people, named, services) for row in found)


def _row(
    row: PassedFinding,
    people: Mapping[MembershipId, MembershipCard],
    named: Mapping[OrganisationId, str],
    services: Mapping[ServiceId, ServiceCard],
) -> PassedRow:
    today = clock.today()
    answer = PassedAnswer(row.answer) if row.answer else None
    answerer_id = MembershipId(row.answerer_id) if row.answerer_id else None
    service = services.get(ServiceId(row.service_id)) if row.service_id else None
    organisation_id = OrganisationId(row.organisation_id)
    return PassedRow(
        PassedId(row.pk),
        FindingId(row.finding_id),
        row.finding.words,
        PanelSessionId(row.finding.session_id),
        named[organisation_id],
        service.name.text if service else "",
        people.get(answerer_id) if answerer_id else None,
        answerer_id,
        organisation_id,
        row.due_on,
        (today - row.due_on).days,
        answer,
        row.words,
        row.answered_on,
        is_late(row.due_on, answer, today=today),
    )


def _passed() -> PassedFindingQuerySet:
    return PassedFinding.objects.select_related("finding").order_by("due_on", "pk")
