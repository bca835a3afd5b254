"""Who is missing what: by role, organisation and day, for the lead and for each organisation's managers."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kith.education.models.statuses import statuses
from kith.education.rules.status import State, Status, most_pressing
from kith.education.settings import soon
from kith.kernel.ids import MembershipId, OrganisationId
from kith.kernel.training import Training
from kith.organisations.queries.people import organisation_cards
from kith.organisations.queries.workforce import Worker, workers
from kith.organisations.rules import Role
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged


@dataclass(frozen=True)
class Sought:
    """Which gaps are asked for; empty means any."""

    role: Role | None = None
    organisation_id: OrganisationId | None = None
    training: Training | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class GapRow:
    """One person and one training that is missing, or ends soon."""

    membership_id: MembershipId
    name: str
    role: Role
    organisation: str
    status: Status


@dataclass(frozen=True)
class TrainedShare:
    """How many of those asked in an organisation are trained in all that is asked of them."""

    organisation: str
    asked: int
    trained: int
    late: int


@dataclass(frozen=True)
class GapPage:
    """The gaps of a day, how each organisation stands, and what can be chosen."""

    gaps: Paged[GapRow]
    total: int
    shares: tuple[TrainedShare, ...]
    organisations: Mapping[OrganisationId, str]


def seen_organisations(viewer: Viewer) -> Collection[OrganisationId] | None:
    """Whose training the viewer may see: that of their own organisation, or (None) of all."""
    access.require(viewer, Permission.SEE_EDUCATION)
    return None if Permission.MANAGE_EDUCATION in viewer.permissions else viewer.organisation_ids


def gap_page(viewer: Viewer, sought: Sought, asked: ListAsked, *, today: date) -> GapPage:
    """The gaps that the viewer may see, the most pressing first; one entry in the audit says that the list was read."""
    found = _found(viewer, sought, asked.words, today)
    names = {each: card.name for each, card in organisation_cards(seen_organisations(viewer)).items()}
    rows = _gaps(found, names)
    audit.read(viewer, "education.gaps_listed", "organisations.Membership", viewer.membership_id)
    return GapPage(paged(rows, asked), len(rows), _shares(found, names), names)


def all_gaps(viewer: Viewer, sought: Sought, words: str, *, today: date) -> list[GapRow]:
    """The same without pages, for a file."""
    access.require(viewer, Permission.MANAGE_EDUCATION)
    names = {each: card.name for each, card in organisation_cards(seen_organisations(viewer)).items()}
    audit.read(viewer, "education.gaps_exported", "organisations.Membership", viewer.membership_id)
    return _gaps(_found(viewer, sought, words, today), names)


def _found(viewer: Viewer, sought: Sought, words: str, today: date) -> list[tuple[Worker, Status]]:
    seen = seen_organisations(viewer)
    if sought.organisation_id is not None:
        is_seen = seen is None or sought.organisation_id in seen
        seen = [sought.organisation_id] if is_seen else []
    people = workers(organisation_ids=seen, roles=[sought.role] if sought.role else None, name_holds=words)
    return list(statuses(people, sought.on or today, soon(), sought.training))


def _gaps(found: Iterable[tuple[Worker, Status]], names: Mapping[OrganisationId, str]) -> list[GapRow]:
    rows = [
        GapRow(each.id, each.name, each.role, names.get(each.organisation_id, ""), stands)
        for each, stands in found
        if stands.is_gap
    ]
    # Python's sort keeps the order by organisation and name within what presses alike.
    return sorted(rows, key=lambda row: most_pressing(row.status))


def _shares(found: Iterable[tuple[Worker, Status]], names: Mapping[OrganisationId, str]) -> tuple[TrainedShare, ...]:
    asked: dict[OrganisationId, dict[MembershipId, list[State]]] = {}
    for each, stands in found:
        asked.setdefault(each.organisation_id, {}).setdefault(each.id, []).append(stands.state)
    trained = {State.TRAINED, State.ENDS_SOON}
    return tuple(
        TrainedShare(
            name,
            len(people),
            sum(trained.issuperset(states) for states in people.values()),
            sum(State.LATE in states for states in people.values()),
        )
        for each, name in names.items()
        if (people := asked.get(each))
    )
