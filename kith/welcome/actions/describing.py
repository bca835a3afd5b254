"""Answering what a parent asks of a venue: by an editor, or published from what a visitor has found."""

from collections.abc import Mapping

from kith.directory.actions.venues import note_features
from kith.directory.queries.cards import VenueCard
from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.platform import audit, freshness
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code
from kith.welcome.actions.keeping import own_venue
from kith.welcome.models.profiles import VenueAnswer
from kith.welcome.rules.codes import Criterion, VisitId
from kith.welcome.rules.profiles import Profile, Said, changed, features_after, melded


@action
def describe_venue(*, by: Actor, venue_id: VenueId, said: Profile) -> None:
    """Let these answers count from now on, on every page of the venue; what is said already stays as it is."""
    take_up(by, own_venue(by, venue_id), said)


def take_up(by: Actor, venue: VenueCard, said: Profile, *, visit_id: VisitId | None = None) -> None:
    """Write down what has changed, behind the venue's lock, and have the search and the feed know it too."""
    keep_to_the_code(*(text for each in said.values() for text in each.line.values()))
    before = _current(venue.id)
    new = changed(melded(_said(before), venue.features), said)
    now = clock.now()
    for criterion, each in new.items():
        row = VenueAnswer(
            venue_id=venue.id,
            criterion=criterion,
            answer=each.answer,
            line=dict(each.line),
            said_at=now,
            said_by_id=by.membership_id,
            visit_id=visit_id,
        )
        row.replace(before.get(criterion))
        audit.record(by, "welcome.venue_described", row, criterion=criterion, answer=each.answer)
    if new:
        note_features(by=by, venue_id=venue.id, features=features_after(new))
        freshness.invalidate(Topic.LISTINGS)


def _current(venue_id: VenueId) -> dict[Criterion, VenueAnswer]:
    return {Criterion(row.criterion): row for row in VenueAnswer.objects.current().filter(venue_id=venue_id)}


def _said(rows: Mapping[Criterion, VenueAnswer]) -> Profile:
    return {each: Said(row.answer, row.line) for each, row in rows.items()}
