"""What welcome, files and missed need for their addresses, and every action of theirs done once."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

from PIL import Image

from kith.directory.actions.venues import note_features
from kith.directory.rules.codes import Feature
from kith.files.actions import erase_file, keep_picture
from kith.groups.events import CameToSession
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, VenueId, new_uuid
from kith.missed.actions.answering import say_why, take_offer
from kith.missed.actions.asking import ask_families, fall_silent, forget_missed, note_missed
from kith.missed.rules.asking import Reason
from kith.missed.tests.world import asked, bereaved, event_of, missed_booking
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.organisations.rules import Role
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.welcome.actions import improving, visits
from kith.welcome.actions.describing import describe_venue
from kith.welcome.actions.photos import NewPhoto, add_photo, remove_photo
from kith.welcome.models.improvements import Improvement
from kith.welcome.models.profiles import VenuePhoto, VenueVisit
from kith.welcome.rules.codes import Agreement, Answer, Criterion, ImprovementEnd, ImprovementId, PhotoId, VisitId
from kith.welcome.rules.profiles import Said
from kith.welcome.rules.visits import NewVisit
from kith.whats_on.tests import world as dates
from testing.people import worker

BY = system_actor("tests")
Act = Callable[[], object]


def a_picture(width: int = 40, height: int = 30) -> bytes:
    """A small grey photo."""
    out = BytesIO()
    Image.new("RGB", (width, height), "grey").save(out, "JPEG")
    return out.getvalue()


def a_photo(venue_id: VenueId) -> PhotoId:
    photo = NewPhoto(a_picture(), {"en": "A grey room"}, Agreement.NOBODY_SHOWN)
    return add_photo(by=BY, venue_id=venue_id, photo=photo, request_key=new_uuid())


def found(answer: Answer = Answer.NO) -> NewVisit:
    return NewVisit(clock.today(), {Criterion.TOILETS: Said(answer, {"en": "On another floor"})}, "en")


def an_asked_visit(venue_id: VenueId) -> VenueVisit:
    return VenueVisit.objects.get(pk=visits.ask_for_visit(by=BY, venue_id=venue_id, request_key=new_uuid()))


def a_told_visit(venue_id: VenueId) -> VisitId:
    return visits.write_down_visit(by=BY, venue_id=venue_id, visit=found(), by_parent=True, request_key=new_uuid())


def an_improvement(venue_id: VenueId, owner: MembershipId) -> ImprovementId:
    due_on = clock.today() + timedelta(days=7)
    said = {"what": "A hook for coats", "due_on": due_on, "owner": owner}
    return improving.add_improvement(by=BY, venue_id=venue_id, request_key=new_uuid(), **said)


def welcome_ids(venue_id: VenueId, owner: MembershipId, family_id: FamilyId) -> dict[str, Any]:
    """What the addresses of these rooms ask for."""
    photo_id = a_photo(venue_id)
    return {
        "photo_id": photo_id,
        "photo_token": VenuePhoto.objects.get(pk=photo_id).token,
        "visit_token": an_asked_visit(venue_id).token,
        "visit_id": a_told_visit(venue_id),
        "improvement_id": an_improvement(venue_id, owner),
        "missed_token": asked(missed_booking(family_id=family_id)).token,
    }


def _venue() -> VenueId:
    return dates.a_venue(dates.an_organisation())


def _owned() -> tuple[VenueId, MembershipId]:
    person = worker()
    assert person.membership_id
    (organisation_id,) = person.organisation_ids
    return dates.a_venue(organisation_id), person.membership_id


def _improvement(act: Callable[[ImprovementId, MembershipId], object]) -> Callable[[Any], Act]:
    def prepare(_world: Any) -> Act:
        venue_id, owner = _owned()
        improvement_id = an_improvement(venue_id, owner)
        return lambda: act(improvement_id, owner)

    return prepare


def _added(_world: Any) -> Act:
    venue_id, owner = _owned()
    return lambda: an_improvement(venue_id, owner)


def _ended(improvement_id: ImprovementId, _owner: MembershipId) -> object:
    return improving.end_improvement(by=BY, improvement_id=improvement_id, how=ImprovementEnd.DONE)


def _reopened(_world: Any) -> Act:
    venue_id, owner = _owned()
    improvement_id = an_improvement(venue_id, owner)
    _ended(improvement_id, owner)
    ended_at = Improvement.objects.get(pk=improvement_id).ended_at
    assert ended_at
    return lambda: improving.reopen_improvement(by=BY, improvement_id=improvement_id, ended_at=ended_at.isoformat())


def _handed_on(_world: Any) -> Act:
    venue_id, owner = _owned()
    improvement_id = an_improvement(venue_id, owner)
    organisation_id = Improvement.objects.get(pk=improvement_id).organisation_id
    other = worker(at=organisation_id).membership_id
    assert other
    return lambda: improving.hand_on_improvement(by=BY, improvement_id=improvement_id, to=other)


def _passed_on(_world: Any) -> Act:
    venue_id, owner = _owned()
    improvement_id = an_improvement(venue_id, owner)
    worker(Role.COORDINATOR, at=Improvement.objects.get(pk=improvement_id).organisation_id)
    end_membership(by=BY, membership_id=owner, until_on=clock.today())
    return lambda: improving.pass_on_improvements(MembershipEnded(owner))


def _on_venue(act: Callable[[VenueId], object]) -> Callable[[Any], Act]:
    def prepare(_world: Any) -> Act:
        venue_id = _venue()
        return lambda: act(venue_id)

    return prepare


def _photo_removed(_world: Any) -> Act:
    photo_id = a_photo(_venue())
    return lambda: remove_photo(by=BY, photo_id=photo_id)


def _told(_world: Any) -> Act:
    token = an_asked_visit(_venue()).token
    return lambda: visits.tell_of_visit(by=ANONYMOUS, token=token, visit=found(Answer.YES))


def _published(_world: Any) -> Act:
    visit_id = a_told_visit(_venue())
    return lambda: visits.publish_visit(by=BY, visit_id=visit_id, said=found().said)


def _file_erased(_world: Any) -> Act:
    file_id = keep_picture(by=BY, content=a_picture())
    return lambda: erase_file(by=BY, file_id=file_id)


def _noted(_world: Any) -> Act:
    event = event_of(missed_booking())
    return lambda: note_missed(event)


def _asked(_world: Any) -> Act:
    note_missed(event_of(missed_booking()))
    return lambda: ask_families(by=BY)


def _came(_world: Any) -> Act:
    event = event_of(missed_booking())
    note_missed(event)
    return lambda: forget_missed(CameToSession(event.booking_id, event.family_id, event.session_id))


def _silent(_world: Any) -> Act:
    row = missed_booking()
    note_missed(event_of(row))
    return lambda: fall_silent(bereaved(row))


def _why(_world: Any) -> Act:
    row = asked(missed_booking())
    return lambda: say_why(by=ANONYMOUS, token=row.token, reason=Reason.TIME)


def _taken(_world: Any) -> Act:
    row = asked(missed_booking())
    other = dates.a_session()
    return lambda: take_offer(by=ANONYMOUS, token=row.token, session_id=other)


WELCOME_ACTS: dict[str, Callable[[Any], Act]] = {
    "directory.note_features": _on_venue(
        lambda venue_id: note_features(by=BY, venue_id=venue_id, features={Feature.PRAYER_ROOM: True})
    ),
    "files.keep_picture": lambda _: lambda: keep_picture(by=BY, content=a_picture()),
    "files.erase_file": _file_erased,
    "welcome.describe_venue": _on_venue(lambda venue_id: describe_venue(by=BY, venue_id=venue_id, said=found().said)),
    "welcome.add_photo": _on_venue(a_photo),
    "welcome.remove_photo": _photo_removed,
    "welcome.ask_for_visit": _on_venue(an_asked_visit),
    "welcome.tell_of_visit": _told,
    "welcome.write_down_visit": _on_venue(a_told_visit),
    "welcome.publish_visit": _published,
    "welcome.add_improvement": _added,
    "welcome.end_improvement": _improvement(_ended),
    "welcome.reopen_improvement": _reopened,
    "welcome.hand_on_improvement": _handed_on,
    "welcome.pass_on_improvements": _passed_on,
    "missed.note_missed": _noted,
    "missed.ask_families": _asked,
    "missed.forget_missed": _came,
    "missed.fall_silent": _silent,
    "missed.say_why": _why,
    "missed.take_offer": _taken,
}
