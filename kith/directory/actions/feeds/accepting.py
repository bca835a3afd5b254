"""Deciding on what a feed would change: accepted listings are published, the others stay as they are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from kith.directory import vocabulary
from kith.directory.actions.offering import code_of
from kith.directory.actions.ownership import require_editor
from kith.directory.models.feeds import ChangeKind, ChangeReview, Decision, Origin, ProposedChange
from kith.directory.models.listings import Service, SpokenLanguage, Venue
from kith.directory.models.told import listing_of_row as told_of
from kith.directory.rules.listed import texts_after
from kith.directory.rules.listing import review_due_on
from kith.directory.rules.needs import Need
from kith.directory.rules.open_referral.comparing import settled
from kith.directory.rules.open_referral.listing import Listing, Spot
from kith.directory.rules.open_referral.reading import listing_of
from kith.directory.settings import REVIEW_DAYS
from kith.kernel import clock
from kith.kernel.folding import search_text_of
from kith.kernel.ids import ChangeReviewId, OrganisationId, ProposedChangeId
from kith.platform import access, audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind
from kith.platform.action import action
from kith.platform.freshness import Topic


@dataclass(frozen=True)
class Accepted:
    """How many changes were accepted, and how many of the review still wait."""

    count: int
    waiting_count: int


@action
def accept_changes(
    *,
    by: Actor,
    review_id: ChangeReviewId,
    editor: OrganisationId | None = None,
    only: Collection[ProposedChangeId] | None = None,
    needs: Mapping[ProposedChangeId, Need] | None = None,
) -> Accepted:
    """Publish these changes of the review, or all that the actor may; accepting again changes nothing.

    A new listing that belongs to no member is kept by the organisation that accepts it. What is for no need we know
    waits until an editor says which.
    """
    review, waiting = _waiting(by, review_id, only)
    editor = editor or next(iter(by.organisation_ids), None)
    count = 0
    for change in waiting:
        need = (needs or {}).get(ProposedChangeId(change.pk))
        owner = OrganisationId(change.organisation_id) if change.organisation_id else editor
        if owner is None or not _may_keep(by, owner) or (change.lacks_need and need is None):
            continue
        _publish(by, review, change, owner, need)
        _decide(change, Decision.ACCEPTED)
        count += 1
    if count:
        audit.record(by, "directory.changes_accepted", review, count=count)
        freshness.invalidate(Topic.LISTINGS)
    return Accepted(count, _close_if_decided(review))


@action
def leave_changes(
    *, by: Actor, review_id: ChangeReviewId, only: Collection[ProposedChangeId] | None = None
) -> Accepted:
    """Leave the listings of these changes (or of all that wait) as they are; the feed does not propose them again."""
    review, waiting = _waiting(by, review_id, only)
    ours = [each for each in waiting if not each.organisation_id or _may_keep(by, OrganisationId(each.organisation_id))]
    for change in ours:
        _decide(change, Decision.LEFT)
    audit.record(by, "directory.changes_left", review, count=len(ours))
    return Accepted(0, _close_if_decided(review))


def _waiting(
    by: Actor, review_id: ChangeReviewId, only: Collection[ProposedChangeId] | None
) -> tuple[ChangeReview, list[ProposedChange]]:
    access.require(by, Permission.MANAGE_DIRECTORY)
    review = ChangeReview.objects.select_for_update().filter(pk=review_id).first()
    if review is None:
        raise NotFound("change review")
    rows = review.changes.filter(decision=Decision.WAITING).order_by("pk")
    if review.closed_at:
        rows = rows.none()
    return review, list(rows if only is None else rows.filter(pk__in=only))


def _may_keep(by: Actor, organisation_id: OrganisationId) -> bool:
    return by.kind is ViewerKind.SYSTEM or organisation_id in by.organisation_ids


def _decide(change: ProposedChange, decision: Decision) -> None:
    change.decision, change.decided_at = decision, clock.now()
    change.save(update_fields=["decision", "decided_at"])


def _close_if_decided(review: ChangeReview) -> int:
    waiting = review.changes.filter(decision=Decision.WAITING).count()
    if not waiting and not review.closed_at:
        review.closed_at = clock.now()
        review.save(update_fields=["closed_at"])
    return waiting


def _publish(by: Actor, review: ChangeReview, change: ProposedChange, owner: OrganisationId, need: Need | None) -> None:
    require_editor(by, owner)
    rows = Service.objects.select_related("venue", "origin").select_for_update(of=("self",))
    row = rows.filter(public_id=change.public_id).first()
    if change.kind == ChangeKind.GONE:
        if row and not row.withdrawn_on:
            row.withdrawn_on = clock.today()
            row.save(update_fields=["withdrawn_on"])
        return
    listing, bad = listing_of(change.record, place=vocabulary.names().place, locate=vocabulary.point_of)
    assert listing is not None, "what cannot be listed is refused before it is proposed"
    is_ours = row is not None and not hasattr(row, "origin")
    if row is not None:
        spoken = [each.language for each in row.spoken_languages.all()]
        now = told_of(row, spoken, vocabulary.members()[OrganisationId(row.organisation_id)])
        listing = settled(listing, now, is_ours=is_ours, lost_place=bool(bad))
    saved = _save(row, listing, owner, (need,) if need else listing.needs)
    if not is_ours:
        at_id = listing.spot.at_id if listing.spot else None
        said = {"source": review.source, "offered_by": dict(listing.offered_by), "rest": dict(listing.rest)}
        Origin.objects.update_or_create(service=saved, defaults={**said, "at_id": at_id})


def _save(row: Service | None, listing: Listing, owner: OrganisationId, needs: tuple[Need, ...]) -> Service:
    row = row or Service(public_id=listing.id, organisation_id=owner, code=code_of(listing.name, listing.id))
    row.name = texts_after(row.name, listing.name)
    row.summary = texts_after(row.summary, listing.summary)
    row.what_happens = texts_after(row.what_happens, listing.what_happens)
    row.who_is_welcome = texts_after(row.who_is_welcome, listing.who_is_welcome)
    row.open_when = texts_after(row.open_when, listing.open_when)
    row.needs, row.ways = list(needs), list(listing.ways)
    row.cost_pence = listing.cost_pence
    if fees := str(listing.rest.get("fees", "")):
        row.cost_note = texts_after(row.cost_note, fees)
    row.phone, row.email, row.website = listing.phone, listing.email, listing.website
    row.search_text = search_text_of(row.name, row.summary, row.what_happens, row.who_is_welcome)
    # The editor who accepts it has looked at it; a feed that says when it was looked at is believed.
    row.checked_on = listing.checked_on or clock.today()
    row.review_due_on = review_due_on(row.checked_on, REVIEW_DAYS.now)
    row.venue = _venue(listing.spot, owner, row.checked_on) if listing.spot else None
    row.withdrawn_on = None
    row.save()
    _speak(row, listing.languages)
    return row


def _venue(spot: Spot, owner: OrganisationId, checked_on: date) -> Venue:
    """The venue of this id, or else of this name; changed only by who keeps it."""
    row = Venue.objects.select_for_update().filter(public_id=spot.id).first()
    row = row or Venue.objects.select_for_update().filter(organisation_id=owner, name=spot.name).first()
    if row is not None and row.organisation_id != owner:
        return row
    row = row or Venue(public_id=spot.id, organisation_id=owner, checked_on=checked_on)
    others = Venue.objects.filter(organisation_id=owner, name=spot.name).exclude(pk=row.pk)
    row.name = row.name if others.exists() else spot.name
    row.address, row.postcode = spot.address, spot.postcode
    row.lon, row.lat = spot.lon, spot.lat
    row.features = list(spot.features)
    row.getting_there = texts_after(row.getting_there, spot.getting_there)
    row.checked_on = max(row.checked_on, checked_on)
    row.review_due_on = review_due_on(row.checked_on, REVIEW_DAYS.now)
    row.save()
    return row


def _speak(row: Service, languages: tuple[str, ...]) -> None:
    row.spoken_languages.exclude(language__in=languages).delete()
    known = set(row.spoken_languages.values_list("language", flat=True))
    new = [SpokenLanguage(service=row, language=each, spoken_by="") for each in languages if each not in known]
    SpokenLanguage.objects.bulk_create(new)
