"""What the addresses of the directory's feed ask for, and what its actions need."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kith.directory.actions import Accepted, Proposal, accept_changes, leave_changes, load_directory
from kith.directory.models import Service
from kith.directory.rules import Need
from kith.directory.rules.open_referral import Vocabulary, taxonomy_id, term_id
from kith.directory.tests.feeds import a_record, proposed
from kith.directory.tests.listings import BUILDER
from kith.kernel.ids import ChangeReviewId
from kith.organisations.queries import organisation_cards


def feed_ids() -> dict[str, Any]:
    """A service that has a place, a list of terms, a term, and an address that stands for nothing."""
    return {
        "record_id": Service.objects.filter(venue__isnull=False)[0].public_id,
        "taxonomy_id": taxonomy_id(Vocabulary.NEEDS),
        "term_id": term_id(Vocabulary.NEEDS, Need.LATCHING),
        "_rest": "organizations",
        "review_id": a_review().review_id,
    }


def a_review() -> Proposal:
    """A change that waits."""
    return proposed(a_record())


def _decided(decide: Callable[..., Accepted]) -> Callable[[Any], Callable[[], object]]:
    return lambda _world: _on(decide, a_review().review_id)


def _on(decide: Callable[..., Accepted], review_id: ChangeReviewId | None) -> Callable[[], object]:
    return lambda: decide(by=BUILDER, review_id=review_id)


def _loaded(_world: Any) -> Callable[[], object]:
    path = Path(tempfile.mkdtemp()) / "services.json"
    path.write_text(json.dumps([a_record(2)]))
    return lambda: load_directory(str(path), False, lambda _done, _total: None)


def _read(_world: Any) -> Callable[[], object]:
    return lambda: proposed(a_record(3), source="https://another.example.org")


def _accepted(_world: Any) -> Callable[[], object]:
    review_id = a_review().review_id
    assert review_id
    keeper = next(iter(organisation_cards()))
    return lambda: accept_changes(by=BUILDER, review_id=review_id, keeper=keeper)


FEED_DEEDS = {
    "directory.propose_changes": _read,
    "directory.accept_changes": _accepted,
    "directory.leave_changes": _decided(leave_changes),
    "directory.load_directory": _loaded,
}
