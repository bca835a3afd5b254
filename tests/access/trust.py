"""The deeds of trust, each done once: consent, bereavement, cards, and records opened in an emergency."""

from collections.abc import Callable
from datetime import timedelta

from kith.care.actions import take_lead, tell_of_emergency, tell_of_searches
from kith.families import actions as families
from kith.families.events import EmergencySearchesRest, FamilyBereaved, RecordOpenedInEmergency
from kith.families.queries import cards_of
from kith.families.rules import (
    CardPart,
    EmergencyReason,
    HowSaid,
    InterpretedBy,
    Loss,
    NewBereavement,
    NewCard,
    Purpose,
)
from kith.groups import actions as groups
from kith.groups.tests import world as small
from kith.kernel import clock
from kith.kernel.ids import BereavementId, EmergencyOpeningId, FamilyId, MembershipId
from kith.messages import actions as messages
from kith.platform.access import Viewer, viewer_of_account
from kith.platform.models import Account
from kith.platform.sign_in.demonstration import DOMAIN
from tests.access.world import BY, World

Deed = Callable[[], object]
Prepare = Callable[[World], Deed]


def _somebody(role: str) -> Viewer:
    viewer = viewer_of_account(Account.objects.get(email=f"{role}@{DOMAIN}"))
    assert viewer is not None
    return viewer


def _death(world: World) -> Callable[[], BereavementId]:
    family, midwife = world.families["own"], _somebody("midwife")
    assert midwife.membership_id is not None
    new = NewBereavement(Loss.BABY, family.babies[0].id, midwife.membership_id, clock.today() + timedelta(days=1))
    return lambda: families.record_bereavement(by=midwife, family_id=family.id, new=new)


def _undone(world: World) -> Deed:
    bereavement_id = _death(world)()
    undo = {"family_id": world.families["own"].id, "bereavement_id": bereavement_id, "why": "Another Ioana Popescu"}
    return lambda: families.undo_bereavement(by=_somebody("health-visitor"), **undo)


def _event(world: World) -> FamilyBereaved:
    return FamilyBereaved(world.families["own"].id, BereavementId(1), MembershipId(1), clock.today())


def _message_waiting(world: World) -> Deed:
    messages.queue_message(
        by=BY,
        kind="sign_in_code",
        language="ro",
        facts={"code": "123456"},
        dedupe_key="silence",
        family_id=world.families["own"].id,
        to_email="ioana@example.org",
    )
    return lambda: messages.stop_for_bereavement(_event(world))


def _place_held(world: World) -> Deed:
    groups.book_place(by=BY, family_id=world.families["own"].id, order=small.an_order(world.session_ids["own"]))
    return lambda: groups.give_up_for_bereavement(_event(world))


def _answer(world: World) -> Deed:
    (ours,) = _somebody("midwife").organisation_ids
    said = families.Said("ro", HowSaid.IN_PERSON, InterpretedBy.FAMILY_MEMBER)
    family_id = world.families["other"].id
    return lambda: families.record_answer(
        by=BY, family_id=family_id, organisation_ids=[ours], purpose=Purpose.CARE, said=said, agrees=False
    )


def _opened_by(role: str) -> Callable[[World], FamilyId]:
    def open_it(world: World) -> FamilyId:
        who = families.Identifiers("Ioana Popescu2", world.families["other"].babies[0].born_on)
        why = EmergencyReason.BABY_IN_DANGER
        return families.open_in_emergency(by=_somebody(role), who=who, reason=why, words="Found very unwell")

    return open_it


def _told(world: World) -> Deed:
    midwife = _somebody("midwife")
    assert midwife.membership_id is not None
    take_lead(by=midwife, family_id=world.families["own"].id)
    event = RecordOpenedInEmergency(
        world.families["own"].id, EmergencyOpeningId(1), MembershipId(midwife.membership_id + 1), "urgent_care"
    )
    return lambda: tell_of_emergency(event)


def _searched(world: World) -> Deed:
    midwife = _somebody("midwife")
    assert midwife.membership_id is not None
    event = EmergencySearchesRest(midwife.membership_id, 1, 5)
    return lambda: tell_of_searches(event)


def _card_read(world: World) -> Deed:
    card = families.make_card(
        by=BY,
        family_id=world.families["own"].id,
        card=NewCard(frozenset({CardPart.NAMES}), days=1),
        language="ro",
        request_key="read",
    )
    (row,) = [each for each in cards_of(BY, world.families["own"].id) if each.id == card.id]
    return lambda: families.read_card(by=BY, token=row.token, pin=card.pin or "", service="Surgery", person="Dr Shah")


TRUST: dict[str, Prepare] = {
    "families.record_answer": _answer,
    "families.record_bereavement": _death,
    "families.open_in_emergency": lambda world: lambda: _opened_by("midwife")(world),
    "families.make_card": lambda world: (
        lambda: families.make_card(
            by=BY,
            family_id=world.families["own"].id,
            card=NewCard(frozenset({CardPart.NAMES}), days=1),
            language="ro",
            request_key="make",
        )
    ),
    "families.end_card": lambda world: (
        lambda: families.end_card(by=BY, family_id=world.families["own"].id, card_id=world.cards["own"])
    ),
    "families.read_card": _card_read,
    "care.tell_of_emergency": _told,
    "care.tell_of_searches": _searched,
    "families.undo_bereavement": _undone,
    "messages.stop_for_bereavement": _message_waiting,
    "groups.give_up_for_bereavement": _place_held,
}
