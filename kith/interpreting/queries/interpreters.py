"""The list of interpreters, for those who keep it."""

from dataclasses import dataclass

from kith.interpreting.models.interpreters import Interpreter, InterpreterLine
from kith.interpreting.queries.one import LineCard
from kith.interpreting.rules.codes import Gender, Mode
from kith.kernel.ids import InterpreterId
from kith.methods.names import sorting_key
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.listing import ListAsked, Paged, paged


@dataclass(frozen=True)
class InterpreterCard:
    """An interpreter on the list."""

    id: InterpreterId
    name: str
    agency: str
    gender: Gender
    languages: tuple[tuple[str, str], ...]
    modes: tuple[Mode, ...]
    areas: str
    email: str
    phone: str
    reads: str
    pence_per_hour: int
    travel_pence: int
    is_working: bool
    is_kept: bool


def interpreters(viewer: Viewer, asked: ListAsked) -> Paged[InterpreterCard]:
    """All interpreters who take bookings, by name, and behind them those who no longer do."""
    access.require(viewer, Permission.MANAGE_INTERPRETING)
    rows = Interpreter.objects.named(asked.words).prefetch_related("languages")
    found = paged(sorted(rows, key=lambda row: (row.ended_at is not None, sorting_key(row.name), row.pk)), asked)
    return found.with_rows(_card(viewer, row) for row in found.rows)


def interpreter(viewer: Viewer, interpreter_id: InterpreterId) -> InterpreterCard:
    """One of those that the viewer's organisation looks after; NotFound for all others."""
    access.require(viewer, Permission.MANAGE_INTERPRETING)
    rows = Interpreter.objects.kept_by(viewer).prefetch_related("languages")
    row = rows.filter(pk=interpreter_id).first()
    if row is None:
        raise NotFound("interpreter")
    return _card(viewer, row)


def own_line(viewer: Viewer) -> LineCard | None:
    """The telephone line of the viewer's organisation."""
    access.require(viewer, Permission.MANAGE_INTERPRETING)
    row = InterpreterLine.objects.filter(organisation_id__in=viewer.organisation_ids).first()
    return LineCard(row.phone, row.access_code, row.confirmed_on is not None) if row else None


def _card(viewer: Viewer, row: Interpreter) -> InterpreterCard:
    return InterpreterCard(
        id=InterpreterId(row.pk),
        name=row.name,
        agency=row.agency,
        gender=row.gender,
        languages=tuple(sorted((each.language, each.dialect) for each in row.languages.all())),
        modes=tuple(Mode(mode) for mode in row.modes),
        areas=row.areas,
        email=row.email,
        phone=row.phone,
        reads=row.reads,
        pence_per_hour=row.pence_per_hour,
        travel_pence=row.travel_pence,
        is_working=row.ended_at is None,
        is_kept=viewer.kind is ViewerKind.SYSTEM or row.organisation_id in viewer.organisation_ids,
    )
