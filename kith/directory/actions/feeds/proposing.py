"""Working out what a feed would change here, and keeping that for an editor to decide on."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Q

from kith.directory import vocabulary
from kith.directory.models.feeds import ChangeKind, ChangeReview, Decision, Origin, ProposedChange
from kith.directory.models.listings import Service
from kith.directory.models.told import listing_of_row as told_of
from kith.directory.rules.open_referral import telephones
from kith.directory.rules.open_referral.comparing import Difference, all_of, differences, settled
from kith.directory.rules.open_referral.feeds import Feed
from kith.directory.rules.open_referral.listing import Listing
from kith.directory.rules.open_referral.reading import Refused, listing_of
from kith.directory.rules.open_referral.writing import Names
from kith.kernel import clock
from kith.kernel.ids import ChangeReviewId, OrganisationId
from kith.kernel.marketing import CodeFault, code_faults
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action

LONGEST_SOURCE = 300
OFFERED = "status"


@dataclass(frozen=True)
class Proposal:
    """What one reading found; without a review where it would change nothing."""

    review_id: ChangeReviewId | None
    counts: dict[str, int]
    refused: tuple[Refused, ...]
    notes: tuple[str, ...]


@action
def propose_changes(*, by: Actor, source: str, feed: Feed) -> Proposal:
    """Keep what the feed would change for an editor to decide; the same feed read again leaves the same review.

    A later reading of the source takes the place of one still undecided. What an editor has left as it was is not
    proposed again until the feed says something else.
    """
    access.require(by, Permission.MANAGE_DIRECTORY)
    source = source[-LONGEST_SOURCE:]
    changes, refused = _changes(source, feed)
    counts = {kind.value: sum(change.kind == kind for change in changes) for kind in ChangeKind}
    proposal = (counts, (*feed.refused, *refused), tuple(feed.notes))
    digest = _digest(changes, *proposal[1:])
    before = ChangeReview.objects.select_for_update().filter(source=source, closed_at=None).first()
    if before and before.digest == digest and before.changes.filter(decision=Decision.WAITING).count() == len(changes):
        return Proposal(ChangeReviewId(before.pk), *proposal)
    if before:
        before.closed_at = clock.now()
        before.save(update_fields=["closed_at"])
    if not changes:
        return Proposal(None, *proposal)
    review = ChangeReview.objects.create(
        source=source,
        digest=digest,
        read_at=clock.now(),
        refused=[asdict(each) for each in proposal[1]],
        notes=list(feed.notes),
    )
    for change in changes:
        change.review = review
    ProposedChange.objects.bulk_create(changes)
    audit.record(
        by, "directory.changes_proposed", review, new=counts["new"], changed=counts["changed"], gone=counts["gone"]
    )
    return Proposal(ChangeReviewId(review.pk), *proposal)


def _changes(source: str, feed: Feed) -> tuple[list[ProposedChange], list[Refused]]:
    known = _known(source, feed)
    names, members = vocabulary.names(), vocabulary.members()
    by_name = {said["name"]: organisation_id for organisation_id, said in members.items()}
    left = _left_as_they_were(source)
    found: list[ProposedChange] = []
    refused: list[Refused] = []
    for record in feed.services.values():
        listing, bad = listing_of(record, place=names.place, locate=vocabulary.point_of)
        refused += bad
        if listing and (odd := telephones.faults(record)):
            refused.append(Refused(f"phone of {listing.name}", odd))
        if listing and (faults := code_faults(listing.name, listing.description, listing.website, listing.email)):
            refused.append(Refused(f"service {listing.name}", tuple(map(_against, faults))))
            continue
        if listing is None or left.get(listing.id) == record:
            continue
        row = known.get(listing.id)
        if row is None:
            found.append(_new(listing, record, by_name.get(listing.provider), names))
            continue
        now = told_of(row, _languages(row), members[OrganisationId(row.organisation_id)])
        if row.venue and row.venue.organisation_id != row.organisation_id:
            listing = replace(listing, spot=now.spot)  # another's venue is not ours to change
        then = settled(listing, now, is_ours=not hasattr(row, "origin"), lost_place=bool(bad))
        found += _changed(row, record, now, then, names)
    if feed.is_whole:
        gone = [row for row in known.values() if _is_gone(row, source, feed)]
        found += [_gone(row) for row in gone if left.get(row.public_id) != {}]
    return found, refused


def _against(fault: CodeFault) -> str:
    return f"the WHO Code does not allow it: {fault.kind} {fault.found!r}"


def _known(source: str, feed: Feed) -> dict[UUID, Service]:
    wanted = Q(public_id__in=list(feed.services)) | Q(origin__source=source)
    rows = Service.objects.filter(wanted).select_related("venue", "origin").prefetch_related("spoken_languages")
    return {row.public_id: row for row in rows.select_for_update(of=("self",)).order_by("pk")}


def _left_as_they_were(source: str) -> dict[UUID, Any]:
    """What the feed said of each listing when an editor last left it as it was; nothing, where it was gone."""
    rows = ProposedChange.objects.filter(review__source=source).exclude(decision=Decision.WAITING)
    said = rows.order_by("pk").values_list("public_id", "decision", "record")
    latest = {public_id: (decision, record) for public_id, decision, record in said}
    return {public_id: record for public_id, (decision, record) in latest.items() if decision == Decision.LEFT}


def _new(listing: Listing, record: dict[str, Any], editor: OrganisationId | None, names: Names) -> ProposedChange:
    return ProposedChange(
        kind=ChangeKind.NEW,
        public_id=listing.id,
        name=listing.name,
        organisation_id=editor,
        record=record,
        differences=_kept(all_of(listing, names)),
        lacks_need=not listing.needs,
    )


def _changed(row: Service, record: dict[str, Any], now: Listing, then: Listing, names: Names) -> list[ProposedChange]:
    said = differences(now, then, names)
    if row.withdrawn_on:
        said.insert(0, Difference(OFFERED, "withdrawn", "active"))
    if not said:
        return []
    return [
        ProposedChange(
            kind=ChangeKind.CHANGED,
            public_id=row.public_id,
            name=now.name,
            organisation_id=row.organisation_id,
            record=record,
            differences=_kept(said),
        )
    ]


def _is_gone(row: Service, source: str, feed: Feed) -> bool:
    origin: Origin | None = getattr(row, "origin", None)
    is_of_source = origin is not None and origin.source == source
    return is_of_source and row.withdrawn_on is None and str(row.public_id) not in feed.mentioned


def _gone(row: Service) -> ProposedChange:
    return ProposedChange(
        kind=ChangeKind.GONE,
        public_id=row.public_id,
        name=row.name["en"],
        organisation_id=row.organisation_id,
        differences=_kept([Difference(OFFERED, "active", "withdrawn")]),
    )


def _kept(said: Iterable[Difference]) -> list[dict[str, str]]:
    return [asdict(each) for each in said]


def _languages(row: Service) -> list[str]:
    return [each.language for each in row.spoken_languages.all()]


def _digest(changes: list[ProposedChange], refused: Iterable[Refused], notes: Iterable[str]) -> str:
    said = [(each.kind, str(each.public_id), each.differences, each.record) for each in changes]
    whole = json.dumps([said, [asdict(each) for each in refused], list(notes)], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()
