"""The actions of trust, each done once: consent, bereavement, cards, and records opened in an emergency."""

from collections.abc import Callable
from datetime import timedelta

from kith.caseloads.actions.emergencies import tell_of_emergency, tell_of_searches
from kith.caseloads.actions.leading import take_lead
from kith.families.actions.cards import end_card, make_card, read_card
from kith.families.actions.consenting import Said, record_answer
from kith.families.actions.deaths import record_bereavement, undo_bereavement
from kith.families.actions.emergency import Identifiers, open_in_emergency
from kith.families.events import EmergencySearchesRest, FamilyBereaved, RecordOpenedInEmergency
from kith.families.queries.trust import cards_of
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.families.rules.codes import Purpose
from kith.families.rules.trust import CardPart, EmergencyReason, HowSaid, InterpretedBy, NewCard
from kith.groups.actions.booking import book_place
from kith.groups.actions.cancelling import give_up_for_bereavement
from kith.groups.tests import world as small
from kith.kernel import clock
from kith.kernel.ids import BereavementId, EmergencyOpeningId, FamilyId, MembershipId
from kith.messages.actions.queueing import queue_message
from kith.messages.actions.stopping import stop_for_bereavement
from kith.platform.access.viewer import Viewer, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from tests.access.world import BY, World

Act = Callable[[], object]
Prepare = Callable[[World], Act]


def _somebody(role: str) -> Viewer:
    viewer = viewer_of_account(Account.objects.get(email=f"{role}@{DOMAIN}"))
    assert viewer is not None
    return viewer


def _death(world: World) -> Callable[[], BereavementId]:
    family, midwife = world.families["own"], _somebody("midwife")
    assert midwife.membership_id is not None
    new = NewBereavement(Loss.BABY, family.babies[0].id, midwife.membership_id, clock.today() + timedelta(days=1))
    return lambda: record_bereavement(by=midwife, family_id=family.id, new=new)


def _undone(world: World) -> Act:
    bereavement_id = _death(world)()
    undo = {"family_id": world.families["own"].id, "bereavement_id": bereavement_id, "why": "Another Ioana Popescu"}
    return lambda: undo_bereavement(by=_somebody("health-visitor"), **undo)


def _event(world: World) -> FamilyBereaved:
    return FamilyBereaved(world.families["own"].id, BereavementId(1), MembershipId(1), clock.today())


def _message_waiting(world: World) -> Act:
    queue_message(
        by=BY,
        kind="sign_in_code",
        language="ro",
        facts={"code": "123456"},
        dedupe_key="silence",
        family_id=world.families["own"].id,
        to_email="ioana@example.org",
    )
    return lambda: stop_for_bereavement(_event(world))


def _place_held(world: World) -> Act:
    book_place(by=BY, family_id=world.families["own"].id, order=small.an_order(world.session_ids["own"]))
    return lambda: give_up_for_bereavement(_event(world))


def _answer(world: World) -> Act:
    (ours,) = _somebody("midwife").organisation_ids
    said = Said("ro", HowSaid.IN_PERSON, InterpretedBy.FAMILY_MEMBER)
    family_id = world.families["other"].id
    return lambda: record_answer(
        by=BY, family_id=family_id, organisation_ids=[ours], purpose=Purpose.CARE, said=said, agrees=False
    )


def _opened_by(role: str) -> Callable[[World], FamilyId]:
    def open_it(world: World) -> FamilyId:
        who = Identifiers("Ioana Popescu2", world.families["other"].babies[0].born_on)
        why = EmergencyReason.BABY_IN_DANGER
        return open_in_emergency(by=_somebody(role), who=who, reason=why, words="Found very unwell")

    return open_it


def _told(world: World) -> Act:
    midwife = _somebody("midwife")
    assert midwife.membership_id is not None
    take_lead(by=midwife, family_id=world.families["own"].id)
    event = RecordOpenedInEmergency(
        world.families["own"].id, EmergencyOpeningId(1), MembershipId(midwife.membership_id + 1), "urgent_care"
    )
    return lambda: tell_of_emergency(event)


def _searched(world: World) -> Act:
    midwife = _somebody("midwife")
    assert midwife.membership_id is not None
    event = EmergencySearchesRest(midwife.membership_id, 1, 5)
    return lambda: tell_of_searches(event)


def _card_read(world: World) -> Act:
    card = make_card(
        by=BY,
        family_id=world.families["own"].id,
        card=NewCard(frozenset({CardPart.NAMES}), days=1),
        language="ro",
        request_key="read",
    )
    (row,) = [each for each in cards_of(BY, world.families["own"].id) if each.id == card.id]
    return lambda: read_card(by=BY, token=row.token, pin=card.pin or "", service="Surgery", person="Dr Shah")


TRUST: dict[str, Prepare] = {
    "families.record_answer": _answer,
    "families.record_bereavement": _death,
    "families.open_in_emergency": lambda world: lambda: _opened_by("midwife")(world),
    "families.make_card": lambda world: (
        lambda: make_card(
            by=BY,
            family_id=world.families["own"].id,
            card=NewCard(frozenset({CardPart.NAMES}), days=1),
            language="ro",
            request_key="make",
        )
    ),
    "families.end_card": lambda world: (
        lambda: end_card(by=BY, family_id=world.families["own"].id, card_id=world.cards["own"])
    ),
    "families.read_card": _card_read,
    "caseloads.tell_of_emergency": _told,
    "caseloads.tell_of_searches": _searched,
    "families.undo_bereavement": _undone,
    "messages.stop_for_bereavement": _message_waiting,
    "groups.give_up_for_bereavement": _place_held,
}
