"""``kith load directory``: read a feed, say what it would change, and publish that only where it is asked for."""

from kith.directory.actions.feeds.accepting import accept_changes
from kith.directory.actions.feeds.fetching import BadFeed, documents_at
from kith.directory.actions.feeds.proposing import Proposal, propose_changes
from kith.directory.models.feeds import Decision, ProposedChange
from kith.directory.rules.open_referral.feeds import read_feed
from kith.directory.rules.open_referral.reading import Refused
from kith.imports.registry import ImportReport
from kith.imports.tables import Progress
from kith.kernel.ids import OrganisationId
from kith.organisations.queries.people import organisation_cards, organisation_of_kind
from kith.organisations.rules import OrganisationKind
from kith.platform.access.viewer import system_actor
from kith.platform.action import action_in_parts

BY = system_actor("load")
MOST_SAID = 200


@action_in_parts
def load_directory(address: str, accept: bool, progress: Progress) -> ImportReport:
    """Read the feed at this address, file or folder, and keep what it would change; accept it all where asked to."""
    proposal = propose_changes(by=BY, source=address, feed=read_feed(documents_at(address, progress)))
    said = [*_changes(proposal), *map(_words, proposal.refused), *proposal.notes]
    counts = {**proposal.counts, "refused": len(proposal.refused)}
    if proposal.review_id is None:
        return ImportReport(counts, (*_few(said), "nothing would change"))
    if not accept:
        where = "Nothing is published yet: decide at /desk/directory/changes/, or run this again with --accept"
        return ImportReport(counts, (*_few(said), where))
    done = accept_changes(by=BY, review_id=proposal.review_id, editor=_editor())
    counts["accepted"] = done.count
    if done.waiting_count:
        said.append(f"{done.waiting_count} wait at /desk/directory/changes/: somebody must say what they are for")
    return ImportReport(counts, tuple(_few(said)))


def _editor() -> OrganisationId:
    """Who keeps listings that belong to no member: the council, or else the first member."""
    card = organisation_of_kind(OrganisationKind.COUNCIL) or next(iter(organisation_cards().values()), None)
    if card is None:
        raise BadFeed("there is no organisation yet that could keep these listings")
    return card.id


def _changes(proposal: Proposal) -> list[str]:
    rows = ProposedChange.objects.filter(review=proposal.review_id, decision=Decision.WAITING).order_by("pk")
    return [
        f"{row.kind}: {row.name} ({', '.join(each['field'] for each in row.differences)})"
        + (" · for which need is not said" if row.lacks_need else "")
        for row in rows
    ]


def _words(refused: Refused) -> str:
    return f"refused: {refused.name}: {'; '.join(refused.reasons)}"


def _few(said: list[str]) -> list[str]:
    more = len(said) - MOST_SAID
    return [*said[:MOST_SAID], *([f"… and {more} more"] if more > 0 else [])]
