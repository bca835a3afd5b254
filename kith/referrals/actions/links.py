"""Answering by a private link: its address by e-mail, a code sent apart from it, every reading written down."""

from datetime import timedelta

from kith.families.actions.locking import lock_family
from kith.families.queries.reach import consent_held
from kith.families.rules.codes import Purpose
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId, ReferralId
from kith.kernel.languages import ENGLISH
from kith.kernel.private_links import MOST_WRONG, may_try_code
from kith.kernel.refusal import Refusal
from kith.messages.actions.queueing import queue_message
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind, system_actor
from kith.platform.action import action
from kith.platform.private_links import address, digest, is_right, new_code, new_token
from kith.referrals.models.links import ReferralLink, ReferralReading
from kith.referrals.models.referrals import Referral
from kith.referrals.rules.referrals import CLOSED

LINKER = system_actor("referrals.referral_links")
LINK_LASTS = timedelta(days=14)
CODE_LASTS = timedelta(minutes=30)
MOST_CODES = 20
PAGE = "referrals.page"
"""What the secret part of the address opens."""


def send_link(row: Referral, *, which: str) -> None:
    """Send the receiving group a new private link to this referral; nothing in it says who it is about."""
    token, now = new_token(), clock.now()
    key = f"referral_link:{row.pk.hex}:{which}"
    link = ReferralLink.objects.create(
        referral=row, token_digest=digest(token, PAGE), made_at=now, expires_at=now + LINK_LASTS
    )
    audit.record(LINKER, "referrals.referral_link_sent", link, family_id=FamilyId(row.family_id))
    queue_message(
        by=LINKER,
        kind="referral_link",
        language="en",
        facts={"link": address("answer-referral", token, ENGLISH.code)},
        dedupe_key=key[:120],
        to_email=row.receiver.email,
    )


@action
def send_link_code(*, token: str) -> None:
    """Send the code that opens the page, to the group's phone or else in a mail of its own; Refusal after too many."""
    link = _locked_link(token)
    if link.code_count >= MOST_CODES:
        raise Refusal("referral_link_too_many_codes")
    code = new_code()
    link.code_digest = digest(code, link.token_digest)
    link.code_expires_at = clock.now() + CODE_LASTS
    link.code_count, link.wrong_count = link.code_count + 1, 0
    link.save(update_fields=["code_digest", "code_expires_at", "code_count", "wrong_count"])
    receiver = link.referral.receiver
    audit.record(LINKER, "referrals.referral_code_sent", link, family_id=FamilyId(link.referral.family_id))
    queue_message(
        by=LINKER,
        kind="referral_code",
        language="en",
        facts={"code": code},
        dedupe_key=f"referral_code:{link.pk}:{link.code_count}",
        to_phone=receiver.phone or None,
        to_email=None if receiver.phone else receiver.email,
    )


@action
def open_link(*, token: str, code: str) -> tuple[ReferralId, Viewer] | None:
    """The referral, and the viewer its reader acts as, where the code is right; else None. Both are written down."""
    link = _locked_link(token)
    row, now = link.referral, clock.now()
    if may_try_code(link.code, now=now) or not is_right(code, link.code_digest, link.token_digest):
        link.wrong_count = min(link.wrong_count + 1, MOST_WRONG)
        link.save(update_fields=["wrong_count"])
        audit.record(LINKER, "referrals.referral_code_refused", link, family_id=FamilyId(row.family_id))
        return None
    ReferralReading.objects.create(link=link, at=now)
    audit.record(LINKER, "referrals.referral_link_opened", link, family_id=FamilyId(row.family_id))
    return ReferralId(row.pk), reader_of(row)


def reader_of(row: Referral) -> Viewer:
    """A reader from the receiving group behind its link: they may answer referrals and do nothing else."""
    return Viewer(
        kind=ViewerKind.STAFF,
        name="link",
        organisation_ids=frozenset({OrganisationId(row.receiver.organisation_id)}),
        permissions=frozenset({Permission.ANSWER_REFERRAL}),
    )


def _locked_link(token: str) -> ReferralLink:
    """The link, if it lives: not expired, its referral open, the consent still given. NotFound otherwise."""
    links = ReferralLink.objects.filter(token_digest=digest(token, PAGE))
    found = links.values_list("pk", "referral__family_id").first()
    if found is None:
        raise NotFound("link")
    lock_family(FamilyId(found[1]))
    link = ReferralLink.objects.select_related("referral__receiver").get(pk=found[0])
    row = link.referral
    agreed = consent_held(FamilyId(row.family_id), row.receiver.owner_id, Purpose.REFERRAL)
    if clock.now() >= link.expires_at or row.state in CLOSED or agreed is None:
        raise NotFound("link")
    return link
