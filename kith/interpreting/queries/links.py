"""Pages behind private links: the interpreter's own, and the family's page of its booking."""

from dataclasses import dataclass

from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.models.interpreters import Interpreter
from kith.interpreting.models.links import InterpreterKey
from kith.interpreting.queries.rows import InterpreterBookingRow, pages_of, rows_of
from kith.interpreting.rules.codes import COMING, State, Wish
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.ways import mostly_hidden
from kith.organisations.queries.people import membership_cards, organisation_cards
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged
from kith.walls.saying import beyond


@dataclass(frozen=True)
class OwnBooking:
    """A booking as its interpreter sees it: a first name, the worker they meet, and nothing of the record."""

    booking: InterpreterBookingRow
    worker: str
    organisation: str


@dataclass(frozen=True)
class InterpreterPage:
    """An interpreter's own page."""

    name: str
    offered: Paged[OwnBooking]
    coming: Paged[OwnBooking]


@dataclass(frozen=True)
class FamilyBooking:
    """What the family sees of its interpreter's booking."""

    token: str
    state: State
    booking: InterpreterBookingRow
    worker: str
    wish: Wish | None
    may_wish: bool


def where_code_goes(viewer: Viewer, link: str) -> str:
    """The number or address to which the code of this link is sent, mostly hidden; NotFound for none of ours."""
    access.require(viewer, Permission.ANSWER_BY_LINK)
    row = Interpreter.objects.working().filter(link=link).first()
    if row is None:
        raise NotFound("interpreter")
    return mostly_hidden(row.phone or row.email)


@beyond("the bookings of the interpreter who holds this key")
def interpreter_page(viewer: Viewer, key: str, asked: ListAsked) -> InterpreterPage:
    """What this interpreter is asked, and where she is expected, from today on. A logged read."""
    access.require(viewer, Permission.ANSWER_BY_LINK)
    one = InterpreterKey.objects.interpreter_behind(key)
    audit.read(viewer, "interpreting.page_read", one._meta.label, one.pk)
    held = InterpreterBooking.objects.filter(interpreter=one, ends_at__gt=clock.now())
    lists = {"offered": held.filter(state=State.OFFERED), "coming": held.filter(state__in=sorted(COMING))}
    offered, coming = pages_of(lists, asked)
    own = _own_bookings([*offered.rows, *coming.rows])
    first = len(offered.rows)
    return InterpreterPage(one.name, offered.with_rows(own[:first]), coming.with_rows(own[first:]))


@beyond("the one booking of this private link")
def family_booking(_viewer: Viewer, token: str) -> FamilyBooking | None:
    """The booking behind this private link; its holder may see it, as with a place on a session."""
    row = InterpreterBooking.objects.select_related("interpreter").filter(token=token).first()
    if row is None:
        return None
    (booking,) = rows_of([row])
    (own,) = _own_bookings([booking])
    return FamilyBooking(
        token=token,
        state=row.state,
        booking=booking,
        worker=own.worker,
        wish=booking.family_wish,
        may_wish=row.state in (State.DONE, State.FAILED) and row.interpreter_id is not None,
    )


def _own_bookings(rows: list[InterpreterBookingRow]) -> list[OwnBooking]:
    workers = membership_cards(MembershipId(row.membership_id) for row in rows if row.membership_id)
    organisations = organisation_cards(row.organisation_id for row in rows)
    return [
        OwnBooking(
            row,
            workers[row.membership_id].name if row.membership_id in workers else "",
            organisations[row.organisation_id].name,
        )
        for row in rows
    ]
