"""Releasing a quarter's numbers. What was released stays; a correction is another release of the same quarter."""

from dataclasses import dataclass

from kith.insight.drafts import Draft, draft_of
from kith.insight.models import Release
from kith.insight.rules.releases import ReleaseId, may_release
from kith.kernel import clock
from kith.kernel.quarter import Quarter
from kith.organisations.rules import Role
from kith.platform import access, audit, freshness
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code


@dataclass(frozen=True)
class Said:
    """What readers are told beside the numbers, in which language, and why an earlier release is corrected."""

    note: str
    language: str
    reason: str = ""


@action
def release_quarter(*, by: Actor, quarter: Quarter, edition: int, seen: str, said: Said) -> ReleaseId:
    """Make the quarter public as it was looked at; two who release it at once make one release.

    ``seen`` is the digest of what was looked at: numbers that have moved since are refused. Sent twice it is one.
    """
    access.require(by, Permission.RELEASE_NUMBERS)
    if by.membership_id is None:
        raise Forbidden("release")
    keep_to_the_code(said.note, said.reason)
    releases = Release.objects.locked()
    for each in releases:
        if each.is_of(quarter, edition) and (each.digest, each.note) == (seen, said.note):
            return ReleaseId(each.pk)
    draft = draft_of(by, quarter, releases)
    if refusal := may_release(
        edition=edition,
        next_edition=draft.edition,
        held_up=draft.refusal,
        is_as_seen=draft.seen == seen,
        note=said.note,
        reason=said.reason,
    ):
        raise refusal
    row = _row(by, draft, said)
    row.save(force_insert=True)
    audit.record(by, "insight.quarter_released", row, year=quarter.year, number=quarter.number, edition=edition)
    freshness.invalidate(Topic.NUMBERS)
    return ReleaseId(row.pk)


def _row(by: Actor, draft: Draft, said: Said) -> Release:
    return Release(
        year=draft.quarter.year,
        number=draft.quarter.number,
        edition=draft.edition,
        frozen=draft.text,
        digest=draft.seen,
        note=said.note,
        reason=said.reason if draft.edition > 1 else "",
        language=said.language,
        role=Role(by.role),
        released_at=clock.now(),
    )
