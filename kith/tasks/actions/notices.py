"""Notifying a worker of what they have to know, and marking that they have seen it."""

from collections.abc import Mapping
from enum import StrEnum

from kith.families.queries.cards import contact_of
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, NoticeId, TeamId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.models.notices import Notice
from kith.tasks.wording.notices import registered_notices


@action
def raise_notice(
    *,
    by: Actor,
    kind: StrEnum,
    dedupe_key: str,
    to: MembershipId | None = None,
    to_team: TeamId | None = None,
    family_id: FamilyId | None = None,
    facts: Mapping[str, object] | None = None,
) -> NoticeId:
    """Put a notice on the Today page of one person or one team; the same key never makes two.

    Facts are ids and codes: words and names are looked up for the reader, at the time of reading.
    """
    if (to is None) == (to_team is None):
        raise ValueError("a notice is for one person or for one team: say which")
    if kind not in registered_notices():
        raise ValueError(f"nobody could read a notice of kind {kind}: register its words (kith/config/wiring.py)")
    row, is_new = Notice.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={
            "membership_id": to,
            "team_id": to_team,
            "kind": kind.value,
            "family_id": family_id,
            "facts": dict(facts or {}),
            "raised_at": clock.now(),
        },
    )
    if is_new:
        audit.record(by, "tasks.notice_raised", row, family_id=family_id, kind=kind)
    return NoticeId(row.pk)


def known_as(family_id: FamilyId) -> str:
    """The initials by which workers who may no longer open a record know which family is meant; or nothing.

    All that a notice ever holds of a name: without it they would stand at the wrong door.
    """
    contact = contact_of(system_actor("tasks.notices"), family_id)
    return " ".join(f"{word[0]}." for word in contact.name.split()) if contact else ""


@action
def mark_notice_seen(*, by: Actor, notice_id: NoticeId) -> None:
    """Take a notice off the page of those it was for; done twice is done once."""
    row = access.visible(by, Notice.objects.select_for_update(of=("self",))).filter(pk=notice_id).first()
    if row is None:
        raise NotFound("notice")
    if row.seen_at is not None:
        return
    row.seen_at, row.seen_by_id = clock.now(), by.membership_id
    row.save(update_fields=["seen_at", "seen_by"])
    audit.record(by, "tasks.notice_seen", row)


@action
def show_notice_again(*, by: Actor, notice_id: NoticeId) -> None:
    """Put a notice that its actor marked as seen back on the page of those it is for; done twice is done once."""
    row = access.visible(by, Notice.objects.select_for_update(of=("self",))).filter(pk=notice_id).first()
    if row is None:
        raise NotFound("notice")
    if row.seen_at is None:
        return
    if row.seen_by_id != by.membership_id:
        raise Refusal("changed_since")
    row.seen_at, row.seen_by_id = None, None
    row.save(update_fields=["seen_at", "seen_by"])
    audit.record(by, "tasks.notice_shown_again", row)
