"""How it is at a venue: answered, seen on every page, checked by a parent, and what is lacking is put right."""

import re
from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kith.directory.queries.listing import kept_venue
from kith.directory.rules.codes import Feature
from kith.directory.tests.listings import a_venue
from kith.files.queries import picture_of
from kith.files.rules import FileId
from kith.files.tests.test_pictures import a_picture, a_png_that_says_it_is
from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.organisations.rules import Role
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.platform.audit.models import AuditEntry
from kith.welcome.actions.improving import pass_on_improvements
from kith.welcome.models.improvements import Improvement
from kith.welcome.models.profiles import VenueAnswer, VenuePhoto, VenueVisit
from kith.welcome.rules.codes import Criterion
from kith.welcome.sections import at_session
from testing.people import KITH, account_of, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def maya() -> Viewer:
    """Who keeps the venue's listing."""
    return worker(Role.COORDINATOR, name="Maya Lind")


@pytest.fixture
def venue_id(maya: Viewer) -> VenueId:
    return a_venue(*maya.organisation_ids)


@pytest.fixture
def desk(maya: Viewer) -> Client:
    browser = Client(headers={"origin": "http://testserver"})
    browser.force_login(account_of(maya))
    return browser


def text(browser: Client, name: str, *args: object) -> str:
    return browser.get(reverse(name, args=args)).content.decode()


def answers(**said: str) -> dict[str, str]:
    return {each.value: "not_known" for each in Criterion} | said


def day(on, name: str = "visited_on") -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def the_link(desk: Client, venue_id: VenueId) -> str:
    key = re.search(r'name="request_key" value="([^"]+)"', text(desk, "keep-welcome", venue_id))
    assert key
    desk.post(reverse("ask-visit", args=[venue_id]), {"request_key": key[1]})
    found = re.search(r"(/en/visits/[^<]+)</bdi>", text(desk, "keep-welcome", venue_id))
    assert found
    return found[1]


def test_what_is_answered_stands_on_the_pages_of_the_venue_and_is_searched_for(
    desk: Client, maya: Viewer, venue_id: VenueId
) -> None:
    path = f"/en/venues/{venue_id}/"
    before = desk.get(path).content.decode()
    assert "You can come in with a pram" in before
    assert "No parent has looked at this for us yet" in before
    sent = answers(bottle_feeding="yes", pram="not_known", prayer_room="yes", toilets="partly", bus="no")
    sent |= {"bus_line": "Twenty minutes uphill."}
    for _ in range(2):
        assert desk.post(reverse("describe-venue", args=[venue_id]), sent).status_code == 303
    page = desk.get(path).content.decode()
    assert re.search(r"No:\s+A bus stops nearby: .*Twenty minutes uphill", page)
    assert "A prayer room" in page
    assert "(partly)" in page
    assert kept_venue(maya, venue_id).venue.features == (Feature.PRAYER_ROOM, Feature.BOTTLE_FEEDING_WELCOME)
    assert VenueAnswer.objects.count() == 5
    seen = at_session(SimpleNamespace(viewer=maya, session=SimpleNamespace(venue_id=venue_id), lang="en"))
    assert seen
    assert [each.criterion for each in seen.not_so] == [Criterion.BUS]
    assert at_session(SimpleNamespace(viewer=maya, session=SimpleNamespace(venue_id=None), lang="en")) is None


def test_a_parent_tells_by_her_link_once_and_what_she_found_lacking_has_an_owner_and_a_day(
    desk: Client, client: Client, maya: Viewer, venue_id: VenueId
) -> None:
    link = the_link(desk, venue_id)
    said = {"pram": "yes", "toilets": "no", "toilets_line": "Sunt la alt etaj.", "words": "Un cârlig pentru haine"}
    sent = {**said, **day(clock.today())}
    for _ in range(2):
        client.post(link.replace("/en/", "/ro/"), sent)
    (row,) = Improvement.objects.all()
    assert (row.owner_id, row.criterion, row.what, row.language) == (
        maya.membership_id, "toilets", "Sunt la alt etaj.", "ro",
    )  # fmt: skip
    assert row.due_on == clock.today() + timedelta(days=28)
    assert "Thank you" in client.get(link).content.decode()
    # Nothing of it is public before an editor has read it; then the page says on which day a parent looked.
    assert "alt etaj" not in desk.get(f"/en/venues/{venue_id}/").content.decode()
    visit = VenueVisit.objects.get()
    assert reverse("visit", args=[visit.pk]) in text(desk, "keep-welcome", venue_id)
    shown = text(desk, "visit", visit.pk)
    assert "Un cârlig pentru haine" in shown
    publish = answers(pram="yes", toilets="no", toilets_line="On another floor.")
    assert desk.post(reverse("visit", args=[visit.pk]), publish).status_code == 303
    page = desk.get(f"/en/venues/{venue_id}/").content.decode()
    assert "On another floor." in page
    assert "A parent went and looked on" in page
    VenueVisit.objects.update(visited_on=clock.today() - timedelta(days=366))
    assert "Looked at long ago" in desk.get(f"/en/venues/{venue_id}/").content.decode()


def test_something_to_put_right_is_done_undone_and_passed_on_when_its_owner_leaves(
    desk: Client, maya: Viewer, venue_id: VenueId
) -> None:
    sent = {"what": "A hook for coats", "owner": str(maya.membership_id), "request_key": "a" * 32}
    address = reverse("add-improvement", args=[venue_id])
    for _ in range(2):
        assert desk.post(address, {**sent, **day(clock.today(), "due_on")}).status_code == 303
    (row,) = Improvement.objects.all()
    page = reverse("improvement", args=[row.pk])
    assert page in text(desk, "desk")
    done = desk.post(page, {"choice": "done", "outcome": "Put up"})
    offer = parse_qs(urlsplit(done["Location"]).query)["undo"][0]
    assert "Put right" in desk.get(page).content.decode()
    desk.post(reverse("undo"), {"undo": offer})
    row.refresh_from_db()
    assert row.ended_at is None
    assert desk.post(page, {"choice": "cannot", "why": ""}).status_code == 422
    (own,) = maya.organisation_ids
    other = worker(Role.COORDINATOR, at=own, name="Ada Moss")
    assert maya.membership_id
    end_membership(by=KITH, membership_id=maya.membership_id, until_on=clock.today())
    for _ in range(2):
        pass_on_improvements(MembershipEnded(maya.membership_id))
    row.refresh_from_db()
    assert row.owner_id == other.membership_id
    raised = AuditEntry.objects.filter(action="tasks.notice_raised", facts__kind="improvement_given")
    assert raised.count() == 1


def photo(**changes: object) -> dict[str, object]:
    sent = {"picture": SimpleUploadedFile("IMG_1.jpg", a_picture()), "alt": "A bright room", "request_key": "b" * 32}
    return {**sent, "agreement": "nobody_shown", **changes}


def test_a_photo_with_words_and_agreement_is_shown_and_is_gone_for_good_when_it_is_taken_away(
    desk: Client, client: Client, venue_id: VenueId
) -> None:
    for _ in range(2):
        assert desk.post(reverse("add-photo", args=[venue_id]), photo()).status_code == 303
    (row,) = VenuePhoto.objects.all()
    address = reverse("venue-photo", args=[row.token])
    assert f'src="{address}"' in desk.get(f"/en/venues/{venue_id}/").content.decode()
    assert client.get(address)["Content-Type"] == "image/jpeg"
    remove = reverse("remove-photo", args=[venue_id, row.pk])
    assert desk.post(remove).status_code == 200
    assert client.get(address).status_code == 200
    assert desk.post(remove, {"sure": "yes"}).status_code == 303
    assert client.get(address).status_code == 404
    assert picture_of(ANONYMOUS, FileId(row.file_id)) is None
    assert address not in desk.get(f"/en/venues/{venue_id}/").content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"agreement": ""}, "Without that the photo is not shown"),
        ({"agreement": "all_agreed"}, "Write who has agreed"),
        ({"alt": ""}, "Describe the photo"),
        ({"picture": SimpleUploadedFile("a.jpg", a_png_that_says_it_is(8000, 5000))}, "40 megapixels"),
        ({"picture": SimpleUploadedFile("a.jpg", b"<svg onload=alert(1)>")}, "not a photo that we can show"),
    ],
    ids=["no agreement", "agreed by nobody", "no words", "forty megapixels", "no photo"],
)
def test_a_photo_that_cannot_be_shown_is_refused_beside_its_question_and_nothing_is_kept(
    desk: Client, venue_id: VenueId, changes: dict[str, object], words: str
) -> None:
    answer = desk.post(reverse("add-photo", args=[venue_id]), photo(**changes))
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert VenuePhoto.objects.count() == 0
    assert not AuditEntry.objects.filter(action="files.picture_kept").exists()


def test_another_organisation_keeps_nothing_here_and_reads_no_visit(venue_id: VenueId, desk: Client) -> None:
    the_link(desk, venue_id)
    stranger = Client(headers={"origin": "http://testserver"})
    stranger.force_login(account_of(worker(Role.COORDINATOR)))
    for name in ("keep-welcome", "describe-venue", "add-photo", "write-visit", "add-improvement"):
        assert stranger.get(reverse(name, args=[venue_id])).status_code == 404
