"""The card a family holds: made with a number shown once, read with it, ended at once."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from django.contrib.auth.hashers import check_password, make_password

from kith.families.actions.locking import lock_family
from kith.families.models.card import Card, CardReading
from kith.families.rules.trust import CardPart, NewCard, check_card
from kith.kernel import clock
from kith.kernel.ids import CardId, CardReadingId, FamilyId
from kith.kernel.private_links import may_try_code
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.private_links import new_code


@dataclass(frozen=True)
class MadeCard:
    """A new card, and the number that opens it; None where the same request had been answered before."""

    id: CardId
    pin: str | None


@action
def make_card(*, by: Actor, family_id: FamilyId, card: NewCard, language: str, request_key: str) -> MadeCard:
    """Put on a card what she chose. The number is told this once; only its digest is kept."""
    access.require(by, Permission.GIVE_CONSENT, family_id=family_id)
    lock_family(family_id)
    if earlier := Card.objects.filter(request_key=request_key, family_id=family_id).first():
        return MadeCard(CardId(earlier.pk), None)
    if refusal := check_card(card):
        raise refusal
    pin, now = new_code(), clock.now()
    row = Card.objects.create(
        family_id=family_id,
        pin_digest=make_password(pin),
        parts=sorted(part.value for part in card.parts),
        goal=card.goal.strip() if CardPart.GOAL in card.parts else "",
        helps=card.helps.strip() if CardPart.HELPS in card.parts else "",
        language=language,
        membership_id=by.membership_id,
        request_key=request_key,
        made_at=now,
        until_at=now + timedelta(days=card.days),
    )
    audit.record(by, "families.card_made", row, family_id=family_id, parts=row.parts)
    return MadeCard(CardId(row.pk), pin)


@action
def end_card(*, by: Actor, family_id: FamilyId, card_id: CardId) -> None:
    """Make the card unreadable at once; ended twice it ended the first time."""
    access.require(by, Permission.GIVE_CONSENT, family_id=family_id)
    row = Card.objects.select_for_update().filter(pk=card_id, family_id=family_id).first()
    if row is None:
        raise NotFound("card")
    if row.ended_at is None:
        row.ended_at = clock.now()
        row.save(update_fields=["ended_at"])
        audit.record(by, "families.card_ended", row, family_id=family_id)


@action
def read_card(*, by: Actor, token: str, pin: str, service: str, person: str) -> CardReadingId | Refusal:
    """Note who reads the card, if its number is right; else one and the same refusal for every reason.

    The refusal is returned, not raised: a wrong number must stay counted. The row is locked while numbers are compared,
    so that a hundred guesses at once are still five.
    """
    row = _locked(token)
    # An unknown card costs the same time as a known one.
    is_right = check_password(pin, row.pin_digest if row else nobodys_digest())
    if row is None or may_try_code(row.number, now=clock.now()):
        return Refusal("card_cannot_be_read")
    family_id = FamilyId(row.family_id)
    if not is_right:
        row.wrong_count += 1
        row.save(update_fields=["wrong_count"])
        audit.record(by, "families.card_number_wrong", row, family_id=family_id, count=row.wrong_count)
        return Refusal("card_cannot_be_read")
    row.wrong_count = 0
    row.save(update_fields=["wrong_count"])
    reading = CardReading.objects.create(card=row, at=clock.now(), service=service.strip(), person=person.strip())
    audit.record(by, "families.card_read", row, family_id=family_id)
    return CardReadingId(reading.pk)


def _locked(token: str) -> Card | None:
    return Card.objects.select_for_update().filter(token=token).first()


# Made once, by the web server as it starts: a fifth of a second, which a first unknown card must not take longer.
nobodys_digest = cache(lambda: make_password(new_code()))
