"""People hear in time that their training ends, and those who answer for them hear when it has ended or is late."""

from collections.abc import Iterator, Mapping
from datetime import date

from kith.education.models.qualifications import Qualification
from kith.education.models.statuses import statuses
from kith.education.rules.notices import NoticeKind
from kith.education.rules.status import State, Status
from kith.education.settings import soon
from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId
from kith.organisations.queries.people import whom_to_tell
from kith.organisations.queries.workforce import Worker, workers
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice


@action
def remind_of_training(*, by: Actor) -> int:
    """Tell each person once of each training that ends soon, has ended or is late; safe to run twice a day.

    Returns how many statuses ask for a word.
    """
    access.require(by, Permission.MANAGE_EDUCATION)
    managers: dict[OrganisationId, list[MembershipId]] = {}
    count = 0
    for person, stands, kind in _to_tell():
        count += 1
        day = stands.until_on or stands.due_on
        assert day is not None
        facts: dict[str, object] = {"training": stands.training.value, "ends_on": day.isoformat()}
        _tell(by, kind, person.id, facts, day)
        if kind is NoticeKind.TRAINING_ENDED:
            if person.organisation_id not in managers:
                managers[person.organisation_id] = [card.id for card in whom_to_tell(person.organisation_id)]
            for manager in managers[person.organisation_id]:
                if manager != person.id:
                    about = facts | {"membership_id": person.id}
                    _tell(by, NoticeKind.TRAINING_OF_COLLEAGUE_ENDED, manager, about, day)
    audit.record(by, "education.reminded", Qualification(), count=count)
    return count


def _to_tell() -> Iterator[tuple[Worker, Status, NoticeKind]]:
    today = clock.today()
    for person, stands in statuses(workers(), today, soon()):
        if stands.state is State.ENDS_SOON:
            yield person, stands, NoticeKind.TRAINING_ENDS
        elif stands.state is State.LATE:
            yield person, stands, NoticeKind.TRAINING_ENDED if stands.until_on else NoticeKind.TRAINING_LATE


def _tell(by: Actor, kind: NoticeKind, to: MembershipId, facts: Mapping[str, object], day: date) -> None:
    about = facts.get("membership_id", to)
    key = f"{kind}-{facts['training']}-{about}-{day:%Y%m%d}-{to}"
    raise_notice(by=by, kind=kind, to=to, facts=facts, dedupe_key=key)
