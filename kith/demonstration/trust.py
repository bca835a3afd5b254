"""Trust, invented: a card that tells it once, a no, a record opened in an emergency, and a family that mourns."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from kith.caseloads.queries.leading import led_family_ids
from kith.demonstration.people import Partners, Staff
from kith.families.actions.cards import make_card, read_card
from kith.families.actions.consenting import Said, record_answer
from kith.families.actions.deaths import record_bereavement
from kith.families.actions.emergency import Identifiers, open_in_emergency
from kith.families.queries.cards import FamilyCard, family_cards
from kith.families.queries.reach import may_organisation_open
from kith.families.queries.trust import cards_of
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.families.rules.codes import Purpose
from kith.families.rules.trust import CardPart, EmergencyReason, HowSaid, NewCard
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor, Viewer
from kith.platform.sign_in.models import Account

READERS = (("Riverside Surgery (demonstration)", "Dr Amir Shah"), ("Housing office (demonstration)", "Joan Ellis"))


@dataclass(frozen=True)
class Told:
    """What was invented."""

    cards: int
    openings: int
    bereavements: int


def tell(own: FamilyId, partners: Partners, staff: Staff, *, by: Actor) -> Told:
    """Let the demonstration's parent hold a card and have said no once; one family is opened, another mourns."""
    _card(own, by)
    said = Said("en", HowSaid.IN_PERSON)
    told = {"organisation_ids": [partners.community], "purpose": Purpose.PEER_SUPPORT, "said": said, "agrees": False}
    record_answer(by=by, family_id=own, **told)  # type: ignore[arg-type]  # a dict of several kinds
    visitor, midwife = _viewer(staff, Role.HEALTH_VISITOR), _viewer(staff, Role.MIDWIFE)
    led = _with_one_baby(visitor, own, by)
    return Told(1, _emergency(midwife, led, partners), _bereavement(visitor, led))


def _card(own: FamilyId, by: Actor) -> None:
    card = NewCard(
        frozenset({CardPart.NAMES, CardPart.LANGUAGES, CardPart.BABY, CardPart.GOAL, CardPart.HELPS}),
        days=30,
        goal="To breastfeed until I go back to work in the autumn",
        helps="Tell me one thing at a time, and let my partner listen too",
    )
    then = clock.now() - timedelta(days=9)
    with clock.use(FixedClock(then)):
        made = make_card(by=by, family_id=own, card=card, language="en", request_key="demonstration-card")
    (row,) = cards_of(by, own)
    for days, (service, person) in zip((6, 2), READERS, strict=True):
        with clock.use(FixedClock((clock.now() - timedelta(days=days)).replace(hour=11))):
            read_card(by=by, token=row.token, pin=made.pin or "", service=service, person=person)


def _emergency(midwife: Viewer, led: list[FamilyCard], partners: Partners) -> int:
    """The midwife opens a record that the family has not opened to the hospital."""
    closed = (family for family in led if not may_organisation_open(partners.hospital, family.id))
    return int(any(_is_opened(midwife, family) for family in closed))


def _is_opened(midwife: Viewer, family: FamilyCard) -> bool:
    """Whether her name and her baby's birthday are hers alone: in a large place two families may share both."""
    try:
        with transaction.atomic(), clock.use(FixedClock(clock.now() - timedelta(hours=20))):
            open_in_emergency(
                by=midwife,
                who=Identifiers(family.name, family.babies[0].born_on),
                reason=EmergencyReason.URGENT_CARE,
                words="Mother brought in unconscious; her partner is on his way and does not know how the baby is fed",
            )
    except Refusal as refusal:
        if refusal.code != "more_than_one_found":
            raise
        return False
    return True


def _bereavement(visitor: Viewer, led: list[FamilyCard]) -> int:
    """A family has lost its baby; its health visitor calls tomorrow."""
    if not led or visitor.membership_id is None:
        return 0
    family = led[-1]
    death = NewBereavement(
        Loss.BABY, family.babies[0].id, visitor.membership_id, clock.today() + timedelta(days=1), clock.today()
    )
    record_bereavement(by=visitor, family_id=family.id, new=death)
    return 1


def _with_one_baby(visitor: Viewer, own: FamilyId, by: Actor) -> list[FamilyCard]:
    """The families of the demonstration's health visitor with one baby, in a lasting order."""
    cards = family_cards(by, [each for each in led_family_ids(visitor) if each != own])
    return [cards[family_id] for family_id in sorted(cards) if len(cards[family_id].babies) == 1]


def _viewer(staff: Staff, role: Role) -> Viewer:
    viewer = viewer_for(Account.objects.get(pk=staff.accounts[role.value]))
    assert viewer is not None  # hired a moment ago
    return viewer
