"""A café on a Tuesday morning, half an hour after it has begun, and a worker who runs it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

from kith.cafes.actions.footfall import count_arrivals
from kith.cafes.actions.offering import NewTimes, offer_one_to_one
from kith.cafes.actions.turns import join_list
from kith.cafes.models import Turn
from kith.cafes.rules.codes import Share, TurnId
from kith.kernel import clock
from kith.kernel.ids import OrganisationId, SessionId, new_uuid
from kith.platform.access.viewer import Viewer, system_actor
from kith.whats_on.queries.sessions import SessionCard, session_card
from kith.whats_on.rules.codes import Joining
from kith.whats_on.tests.world import a_series, a_service, a_session, a_venue
from testing.people import organisation, worker

KITH = system_actor("tests")
_numbers = count(1)


def a_cafe_day(organisation_id: OrganisationId, **changes: Any) -> SessionId:
    """A walk-in session of this organisation that began half an hour ago, unless said otherwise."""
    venue_id = a_venue(organisation_id, name=f"Café hub {next(_numbers)}")
    said = {"joining": Joining.WALK_IN, "starts_at": clock.now() - timedelta(minutes=30), "venue_id": venue_id}
    return a_session(series_id=a_series(a_service(organisation_id, venue_id)), capacity=30, **(said | changes))


def turn_row(turn_id: TurnId) -> Turn:
    """The turn as it is written down."""
    return Turn.objects.get(pk=turn_id)


@dataclass
class Cafe:
    """One café, its organisation and its worker."""

    organisation_id: OrganisationId = field(default_factory=organisation)
    changes: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.worker: Viewer = worker(at=self.organisation_id)
        self.session_id = a_cafe_day(self.organisation_id, **self.changes)

    @property
    def session(self) -> SessionCard:
        """The session as a card."""
        found = session_card(KITH, self.session_id, lang="en")
        assert found
        return found

    def count(self, **people: Any) -> int:
        """Count people by one tap."""
        said = {"adults": 0, "co_parents": 0, "babies": 0, "siblings": 0, "request_key": new_uuid()}
        return count_arrivals(by=self.worker, session_id=self.session_id, **(said | people))

    def offer(self, *, each: int = 20, share: Share = Share.EVERY_OTHER, after: int = 0, minutes: int = 120) -> None:
        """Offer one-to-one time at it."""
        begins_at = self.session.starts_at + timedelta(minutes=after)
        times = NewTimes(self.worker.membership_id, begins_at, begins_at + timedelta(minutes=minutes), each, share)
        offer_one_to_one(by=self.worker, session_id=self.session_id, times=times)

    def join(self, name: str = "") -> TurnId:
        """Put a person on the list."""
        return join_list(by=self.worker, session_id=self.session_id, request_key=new_uuid(), known_as=name)

    def queue(self, *names: str) -> Iterator[TurnId]:
        """Several, one after the other."""
        for name in names:
            yield self.join(name)
