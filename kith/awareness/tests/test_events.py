"""An event stands in the calendar in each language, members say what they shared, and who was not asked is seen."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from kith.awareness.actions.events import NewEvent, ask_members, call_off_event, note_shared, plan_event
from kith.awareness.queries.events import calendar, kit, members_to_ask_count
from kith.awareness.rules.codes import Channel, EventId, EventKind
from kith.awareness.rules.known import KNOWN
from kith.awareness.wording.known import texts_of
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.organisations.rules import Duty, Role
from kith.platform.access import Forbidden
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.tasks.queries.notices import unseen_notices
from testing.people import account_of, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def chair() -> Viewer:
    return worker(Role.ALLIANCE_CHAIR, name="Rachel Penrose")


@pytest.fixture
def event_id(chair: Viewer) -> EventId:
    texts = {"title": {"en": "A café opens", "ro": "Se deschide o cafenea"}, "short": {"en": "Come."}, "long": {}}
    day = clock.today() + timedelta(days=9)
    new = NewEvent(EventKind.LAUNCH, **texts, from_on=day, until_on=day + timedelta(days=1), source="Ourselves")
    return plan_event(by=chair, new=new, request_key=new_uuid())


def test_everybody_reads_it_in_their_language_and_follows_it_until_it_is_called_off(
    chair: Viewer, event_id: EventId, client: Client
) -> None:
    page = client.get("/ro/calendar/").content.decode()
    assert "Se deschide o cafenea" in page and "Come." in page
    assert "Come." in client.get(f"/ro/calendar/{event_id}/").content.decode()
    poster = client.get(f"/ro/calendar/{event_id}/poster.pdf")
    assert poster["Content-Type"] == "application/pdf" and b"pdfuaid" in poster.content
    (entry,) = Calendar.from_ical(client.get("/ro/calendar/events.ics").content).walk("VEVENT")
    day = clock.today() + timedelta(days=9)
    assert (entry["summary"], entry["dtstart"].dt, entry["dtend"].dt) == (
        "Se deschide o cafenea",
        day,
        day + timedelta(days=2),
    )
    call_off_event(by=chair, event_id=event_id)
    assert calendar(ANONYMOUS, lang="en") == []
    assert client.get(f"/ro/calendar/{event_id}/").status_code == 404


def test_a_known_day_stands_once_in_the_calendar(chair: Viewer) -> None:
    known = KNOWN[0]
    first, last = known.next_dates(clock.today())
    for _ in range(2):
        new = NewEvent(
            EventKind.AWARENESS, **texts_of(known.key), from_on=first, until_on=last, source="x", known=known.key
        )
        plan_event(by=chair, new=new, request_key=new_uuid())
    assert len(calendar(ANONYMOUS, lang="en")) == 1


def test_members_are_asked_once_and_say_what_they_shared_and_where(chair: Viewer, event_id: EventId) -> None:
    grace = worker()
    (ours,), (theirs,) = chair.organisation_ids, grace.organisation_ids
    assert {each.organisation_id for each in kit(chair, event_id, lang="en").not_asked} == {ours, theirs}
    manager = worker(Role.HEALTH_VISITOR, at=theirs, name="Mo Manager", duties=[Duty.MANAGER])
    assert members_to_ask_count(chair) == 1
    for _ in range(2):
        ask_members(by=chair, event_id=event_id, organisation_ids=[theirs])
    note_shared(by=chair, event_id=event_id, shared={Channel.WEBSITE: "", Channel.POSTER: "Library"})
    note_shared(by=chair, event_id=event_id, shared={Channel.POSTER: "Both libraries"})
    found = {each.organisation_id: each for each in kit(chair, event_id, lang="en").members}
    assert [(each.channel, each.where) for each in found[ours].shared] == [(Channel.POSTER, "Both libraries")]
    assert found[theirs].asked_on and not found[theirs].shared
    assert kit(chair, event_id, lang="en").not_asked == () and members_to_ask_count(chair) == 0
    assert sum(row.kind == "event_to_share" for row in unseen_notices(manager).rows) == 1
    with pytest.raises(Forbidden):
        ask_members(by=grace, event_id=event_id, organisation_ids=[ours])


def test_a_worker_ticks_on_the_page_and_the_chair_asks_there(chair: Viewer, event_id: EventId, client: Client) -> None:
    grace = worker()
    client.force_login(account_of(grace))
    address = reverse("event", args=[event_id])
    assert "Not asked yet" not in client.get(address).content.decode()
    assert (
        client.post(address, {"do": "shared", "channels": ["poster"], "where_website": "Start page"}).status_code == 303
    )
    shown = client.get(address).content.decode()
    assert "Start page" in shown and shown.count("checked") == 2
    client.force_login(account_of(chair))
    assert client.get(reverse("events")).status_code == client.get(reverse("plan-event")).status_code == 200
    assert client.get(reverse("plan-known-event", args=["safer-sleep-week"])).status_code == 200
    (ours,) = chair.organisation_ids
    assert client.post(address, {"do": "ask", "organisations": [ours]}).status_code == 303
    assert "Asked on" in client.get(address).content.decode()
