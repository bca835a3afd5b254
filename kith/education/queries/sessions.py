"""Training sessions, and the register of each."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from kith.education.models.sessions import TrainingAttendance, TrainingSession
from kith.education.rules.codes import Presence, TrainingSessionId
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.training import Training
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged


@dataclass(frozen=True)
class SessionRow:
    """One session: what, when, where, who gives it, and how many are expected and came."""

    id: TrainingSessionId
    training: Training
    held_on: date
    place: str
    provider: str
    expected: int
    attended: int
    is_off: bool


@dataclass(frozen=True)
class RegisterRow:
    """One person on a register."""

    card: MembershipCard
    presence: Presence


@dataclass(frozen=True)
class Register:
    """A session with its register; who came can be noted from the day on."""

    session: SessionRow
    rows: tuple[RegisterRow, ...]
    is_open: bool


def training_sessions(viewer: Viewer, asked: ListAsked, *, is_over: bool) -> Paged[SessionRow]:
    """Sessions to come, the next first; or those that were, the latest first."""
    access.require(viewer, Permission.MANAGE_EDUCATION)
    rows, today = TrainingSession.objects.all(), clock.today()
    if is_over:
        found = paged(rows.filter(held_on__lt=today).order_by("-held_on", "-pk"), asked)
    else:
        found = paged(rows.filter(held_on__gte=today).order_by("held_on", "pk"), asked)
    there = _counted([row.pk for row in found.rows])
    return found.with_rows(_row(row, *there.get(row.pk, (0, 0))) for row in found.rows)


def register(viewer: Viewer, session_id: TrainingSessionId) -> Register:
    """One session with its register, by name; the reading is noted."""
    access.require(viewer, Permission.MANAGE_EDUCATION)
    row = TrainingSession.objects.filter(pk=session_id).first()
    if row is None:
        raise NotFound("training session")
    there = row.attendance.exclude(presence=Presence.TAKEN_OFF).values_list("membership_id", "presence")
    presences = {MembershipId(each): Presence(presence) for each, presence in there}
    cards = sorted(membership_cards(presences).values(), key=lambda card: (card.organisation.name, card.name))
    audit.read(viewer, "education.register_read", TrainingSession._meta.label, row.pk)
    came = sum(presence is Presence.ATTENDED for presence in presences.values())
    return Register(
        _row(row, len(presences), came),
        tuple(RegisterRow(card, presences[card.id]) for card in cards),
        row.called_off_on is None and row.held_on <= clock.today(),
    )


def _counted(session_ids: list[int]) -> dict[int, tuple[int, int]]:
    """How many are expected at each session, or were, and how many came."""
    rows = TrainingAttendance.objects.filter(session_id__in=session_ids).exclude(presence=Presence.TAKEN_OFF)
    came = Count("pk", filter=Q(presence=Presence.ATTENDED))
    counts = rows.values_list("session_id").annotate(expected=Count("pk"), came=came)
    return {session_id: (expected, attended) for session_id, expected, attended in counts}


def _row(row: TrainingSession, expected: int, attended: int) -> SessionRow:
    return SessionRow(
        TrainingSessionId(row.pk),
        Training(row.training),
        row.held_on,
        row.place,
        row.provider,
        expected,
        attended,
        row.called_off_on is not None,
    )
