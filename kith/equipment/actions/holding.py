"""A visitor's wish for a pump waits until it is shown that the e-mail or phone is hers.

Nothing typed goes further than one row: no family, line, list or number knows of it, and nothing here looks up who is
known already (kith.groups.actions.holding says why). The message is sent by the worker, after the answer.
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from kith.equipment.actions.requesting import Wish, take_wish
from kith.equipment.models.held import PumpHold
from kith.equipment.models.units import Unit
from kith.equipment.rules.codes import AskedBy
from kith.equipment.rules.need import decide
from kith.equipment.rules.visiting import CODE, LETTER, VisitorWish
from kith.equipment.settings import accepted_needs
from kith.families.actions.registering import family_for_booking
from kith.families.rules.checks import check_family
from kith.families.rules.entries import family_of_booking
from kith.groups.actions.holding import contact_digest, forget_wishes, try_proof
from kith.groups.rules.codes import WAITS_FOR_PROOF, HeldState
from kith.groups.rules.places import MOST_LETTERS, WORDS_LAST, BookingContact
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.kernel.refusal import Refusal
from kith.messages.actions.queueing import queue_message
from kith.platform import access, audit, rows
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.jobs import enqueue
from kith.platform.private_links import address, code_from

A_DAY = timedelta(days=1)


@action
def hold_pump_wish(*, by: Actor, organisation_id: OrganisationId, wish: VisitorWish, request_key: UUID) -> str:
    """Keep what the visitor asks for until her proof, and say behind which address it waits; sent twice is once.

    The public rule of need is told at once, from her own words: where no need is named, nothing is kept.
    """
    access.require(by, Permission.BOOK_PLACE)
    if not Unit.objects.filter(organisation_id=organisation_id).exists():
        raise NotFound("pumps")
    if not decide(wish.needs, accepted_needs()).is_met:
        raise Refusal("pump_need_not_named")
    family = family_of_booking(wish.parent, due_on=wish.due_on, born_on=wish.born_on)
    if refusal := check_family(family, today=clock.today()):
        raise refusal
    if earlier := PumpHold.objects.filter(request_key=str(request_key)).first():
        return str(earlier.token)
    until = clock.now() + WORDS_LAST
    row = PumpHold(
        organisation_id=organisation_id,
        language=wish.language,
        said=wish.as_said(),
        contact_digest=contact_digest(BookingContact(wish.name, wish.email, wish.phone)),
        request_key=str(request_key),
        asked_at=clock.now(),
        held_until=until,
        words_until=until,
    )
    rows.add(row)
    audit.record(by, "equipment.pump_wish_held", row)
    enqueue("equipment.send_proof", hold_id=str(row.pk))
    return row.token


@action
def send_proof(*, by: Actor, hold_id: UUID) -> None:
    """Send the link and the code by which the visitor shows that the e-mail or phone is hers; so many a day."""
    access.require(by, Permission.MANAGE_STOCK)
    row = PumpHold.objects.select_for_update().filter(pk=hold_id, state=HeldState.HELD).first()
    if row is None:
        return
    before = PumpHold.objects.filter(contact_digest=row.contact_digest, asked_at__gt=row.asked_at - A_DAY)
    if before.filter(asked_at__lt=row.asked_at).count() >= MOST_LETTERS:
        audit.record(by, "equipment.proof_not_sent", row, why="asked_too_often")
        return
    row.sent_at = row.sent_at or clock.now()
    row.save(update_fields=["sent_at"])
    queue_message(
        by=by,
        kind=LETTER,
        to_email=row.asked.email or None,
        to_phone=row.asked.phone or None,
        language=row.language,
        facts={"code": code_of(row), "link": address("confirm-pump", row.link, row.language)},
        dedupe_key=f"{LETTER}:{row.pk}",
    )


@action
def confirm_pump_by_code(*, by: Actor, token: str, code: str) -> Refusal | None:
    """Ask for the pump, where the code is the one that was sent. A wrong code is counted, so it is not raised."""
    access.require(by, Permission.BOOK_PLACE)
    row = _held(Q(token=token))
    if refusal := try_proof(by, row, code, of=CODE, entry="equipment.proof_refused"):
        return refusal
    _ask(by, row)
    return None


@action
def confirm_pump_by_link(*, by: Actor, link: str) -> None:
    """Ask for the pump, for who reads the link; tapped twice it is asked for once."""
    access.require(by, Permission.BOOK_PLACE)
    _ask(by, _held(Q(link=link)))


@action
def give_up_pump_wish(*, by: Actor, secret: str) -> None:
    """Forget the wish, for who asked or who reads the link; what is a request already stays one."""
    access.require(by, Permission.CANCEL_BOOKING)
    row = _held(Q(token=secret) | Q(link=secret))
    if row.state in WAITS_FOR_PROOF:
        _settle(row, HeldState.OVER)
        audit.record(by, "equipment.pump_wish_given_up", row)


@action
def forget_pump_wishes(*, by: Actor) -> int:
    """Erase what visitors typed and did not prove in time, and at last the bare rows; says of how many."""
    access.require(by, Permission.MANAGE_STOCK)
    held = PumpHold.objects.all()
    return forget_wishes(by, held, letters=[LETTER], settle=_settle, entry="equipment.pump_wish_erased")


def code_of(row: PumpHold) -> str:
    """The digits that are sent beside the link."""
    return code_from(row.link, CODE)


def _held(secret: Q) -> PumpHold:
    row: PumpHold | None = PumpHold.objects.select_for_update(of=("self",)).filter(secret).first()
    if row is None:
        raise NotFound("held wish")
    return row


def _ask(by: Actor, row: PumpHold) -> None:
    """Turn the wish into a request of the family that is proved to be meant; one that has asked already keeps that."""
    if row.became:
        return
    if row.state is HeldState.OVER or clock.now() >= row.words_until:
        raise Refusal("pump_wish_over")
    said = row.asked
    with transaction.atomic():  # so that the family is there when its row is locked
        family = family_for_booking(by=by, parent=said.parent, due_on=said.due_on, born_on=said.born_on)
    key = UUID(row.request_key)
    wish = Wish(said.needs, AskedBy.PARENT, key)
    take_wish(by, OrganisationId(row.organisation_id), family.id, wish)
    row.became = key
    _settle(row, HeldState.BOOKED)
    audit.record(by, "equipment.pump_wish_proved", row, family_id=family.id)


def _settle(row: PumpHold, state: HeldState) -> None:
    row.state, row.said = state, {}
    row.save(update_fields=["state", "said", "became"])
