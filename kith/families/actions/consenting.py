"""Giving, declining and withdrawing consent. Withdrawn, it closes the record at the next look at it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from kith.families import events
from kith.families.actions.locking import lock_family, of_family
from kith.families.models.consent import Consent, DeclinedConsent
from kith.families.rules.codes import Purpose
from kith.families.rules.trust import WORDS_EDITION, HowSaid, InterpretedBy, check_until
from kith.kernel import clock
from kith.kernel.ids import ConsentId, FamilyId, InterpreterBookingId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import organisation_cards
from kith.platform import access, audit, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind
from kith.platform.action import action


@dataclass(frozen=True)
class Said:
    """How a parent gave or refused their word: in which language, by which way, and who interpreted it."""

    language: str
    how: HowSaid = HowSaid.NOT_NOTED
    interpreted_by: InterpretedBy = InterpretedBy.NOBODY
    interpreter_booking: InterpreterBookingId | None = None


@action
def give_consent(
    *,
    by: Actor,
    family_id: FamilyId,
    organisation_id: OrganisationId,
    purpose: Purpose,
    language: str,
    until: date | None = None,
    how: HowSaid = HowSaid.NOT_NOTED,
    interpreted_by: InterpretedBy = InterpretedBy.NOBODY,
    interpreter_booking: InterpreterBookingId | None = None,
) -> ConsentId:
    """Let the organisation use the family's record for this purpose; given twice it still is one consent."""
    said = _lock(by, family_id, Said(language, how, interpreted_by, interpreter_booking))
    return _give(by, family_id, organisation_id, purpose, said, until=until)


@action
def record_answer(
    *,
    by: Actor,
    family_id: FamilyId,
    organisation_ids: Collection[OrganisationId],
    purpose: Purpose,
    said: Said,
    agrees: bool,
    until: date | None = None,
) -> None:
    """Write down what she said when asked about these organisations, all of it or nothing; sent twice it is once.

    A no is kept beside what she agreed to before; where she had agreed to the same, it takes that back.
    """
    said = _lock(by, family_id, said)
    if organisation_cards(organisation_ids).keys() != set(organisation_ids):
        raise NotFound("organisation")
    for organisation_id in sorted(organisation_ids):
        if agrees:
            _give(by, family_id, organisation_id, purpose, said, until=until)
        else:
            _decline(by, family_id, organisation_id, purpose, said)


@action
def withdraw_consent(
    *, by: Actor, family_id: FamilyId, consent_id: ConsentId, how: HowSaid = HowSaid.NOT_NOTED
) -> None:
    """Take this one word of the family's back; withdrawn twice it still was withdrawn the first time."""
    access.require(by, Permission.GIVE_CONSENT, family_id=family_id)
    lock_family(family_id)
    row = of_family(Consent, consent_id, family_id)
    if not (row.withdrawn_at or row.renewed_at):
        _withdraw(by, row, how)


def _lock(by: Actor, family_id: FamilyId, said: Said) -> Said:
    """Lock the family for what it says; the word comes back with the way by which it counts as said."""
    access.require(by, Permission.GIVE_CONSENT, family_id=family_id)
    if by.kind is ViewerKind.STAFF and said.how is HowSaid.OWN_PAGE:
        raise Refusal("own_page_is_hers")
    if said.interpreter_booking and said.interpreted_by is not InterpretedBy.INTERPRETER:
        raise Refusal("booking_without_interpreter")
    lock_family(family_id)
    return replace(said, how=_how(by, said.how))


def _how(by: Actor, how: HowSaid) -> HowSaid:
    """What a parent does herself, she does on her own page."""
    return HowSaid.OWN_PAGE if by.kind is ViewerKind.PARENT else how


def _give(
    by: Actor, family_id: FamilyId, organisation_id: OrganisationId, purpose: Purpose, said: Said, *, until: date | None
) -> ConsentId:
    if refusal := check_until(until, today=clock.today()):
        raise refusal
    before, now = _open(family_id, organisation_id, purpose), clock.now()
    if before and (_said(before), before.until_on) == (said, until):
        return ConsentId(before.pk)
    if before:
        before.renewed_at = now
        before.save(update_fields=["renewed_at"])
    row = Consent.objects.create(
        family_id=family_id,
        organisation_id=organisation_id,
        purpose=purpose,
        words_edition=WORDS_EDITION,
        membership_id=by.membership_id,
        granted_at=now,
        until_on=until,
        **vars(said),
    )
    told = {"organisation_id": organisation_id, "purpose": purpose}
    audit.record(by, "families.consent_given", row, family_id=family_id, **told)
    return ConsentId(row.pk)


def _open(family_id: FamilyId, organisation_id: OrganisationId, purpose: Purpose) -> Consent | None:
    """The consent that is open, if there is one."""
    open_ones = Consent.objects.open().filter(family_id=family_id, organisation_id=organisation_id)
    return open_ones.filter(purpose=purpose).first()


def _said(row: Consent) -> Said:
    booking = InterpreterBookingId(row.interpreter_booking) if row.interpreter_booking else None
    return Said(row.language, row.how, row.interpreted_by, booking)


def _decline(by: Actor, family_id: FamilyId, organisation_id: OrganisationId, purpose: Purpose, said: Said) -> None:
    told = {"organisation_id": organisation_id, "purpose": purpose}
    asked = {"family_id": family_id, **told}
    before = _open(family_id, organisation_id, purpose)
    earlier = DeclinedConsent.objects.filter(**asked).order_by("-declined_at").first()
    if earlier and not before and not Consent.objects.filter(**asked, granted_at__gte=earlier.declined_at).exists():
        return
    row = DeclinedConsent.objects.create(**asked, **vars(said), membership_id=by.membership_id, declined_at=clock.now())
    audit.record(by, "families.consent_declined", row, family_id=family_id, **told)
    if before:
        _withdraw(by, before, said.how)


def _withdraw(by: Actor, row: Consent, how: HowSaid) -> None:
    row.withdrawn_at, row.withdrawn_how, row.withdrawn_by_id = clock.now(), _how(by, how), by.membership_id
    row.save(update_fields=["withdrawn_at", "withdrawn_how", "withdrawn_by"])
    family_id, organisation_id = FamilyId(row.family_id), OrganisationId(row.organisation_id)
    told = {"organisation_id": organisation_id, "purpose": row.purpose}
    audit.record(by, "families.consent_withdrawn", row, family_id=family_id, **told)
    outbox.append(events.ConsentWithdrawn(family_id, organisation_id, row.purpose, ConsentId(row.pk)))
