"""People at work to choose from: by their names, which every colleague of the alliance may know."""

from kith.education.models.sessions import TrainingAttendance
from kith.education.models.statuses import statuses
from kith.education.rules.codes import Presence, TrainingSessionId
from kith.education.rules.status import most_pressing
from kith.education.settings import soon
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.training import Training
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.organisations.queries.workforce import Worker, worker, workers
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged

MOST_OFFERED = 25


def persons_to_choose(viewer: Viewer, asked: ListAsked) -> Paged[MembershipCard]:
    """All who work today and whose name holds the words, apart from the viewer."""
    access.require(viewer, Permission.SIGN_COMPETENCE)
    found = paged([each for each in workers(name_holds=asked.words) if each.person != viewer.account_id], asked)
    return found.with_rows(_cards(list(found.rows)))


def person_to_sign(viewer: Viewer, membership_id: MembershipId) -> MembershipCard:
    """The person who was watched; NotFound unless they work today."""
    access.require(viewer, Permission.SIGN_COMPETENCE)
    found = worker(membership_id)
    if found is None:
        raise NotFound("membership")
    return _cards([found])[0]


def persons_to_expect(
    viewer: Viewer, session_id: TrainingSessionId, training: Training, words: str
) -> list[MembershipCard]:
    """Who can be put on a register: those whose name holds the words, or else those who are missing the training."""
    access.require(viewer, Permission.MANAGE_EDUCATION)
    there = set(
        TrainingAttendance.objects.filter(session_id=session_id)
        .exclude(presence=Presence.TAKEN_OFF)
        .values_list("membership_id", flat=True)
    )
    if words:
        people = workers(name_holds=words)
    else:
        missing = [found for found in statuses(workers(), clock.today(), soon(), training) if found[1].is_gap]
        people = [each for each, _ in sorted(missing, key=lambda found: most_pressing(found[1]))]
    return _cards([each for each in people if each.id not in there][:MOST_OFFERED])


def _cards(people: list[Worker]) -> list[MembershipCard]:
    cards = membership_cards(each.id for each in people)
    return [cards[each.id] for each in people]
