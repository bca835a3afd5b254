"""From a first word to a first match, through the pages alone and without a script, in the language of each person."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from kith.kernel import clock
from kith.kernel.ids import FamilyId, new_uuid
from kith.organisations.rules import Role
from kith.peers.actions.pausing import pause_unchecked
from kith.peers.models.courses import CourseMeeting, PeerCourse
from kith.peers.models.matching import PeerMatch
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import PeerSkill
from kith.peers.tests.world import Peers, later
from testing.people import KITH, a_family, account_of, parent_of, worker
from testing.rows import Message
from testing.supporting import supporter_of

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", *(pytest.param(each, marks=pytest.mark.thorough) for each in ("ro", "ar"))]


class Pages:
    """One person's browser: pages by their names, in one language, each form sent and led on."""

    def __init__(self, language: str) -> None:
        self.client, self.language = (
            Client(headers={"accept-language": language, "sec-fetch-site": "same-origin"}),
            language,
        )

    def at(self, page: str, *args: object) -> str:
        """The address in this language."""
        with translation.override(self.language):
            return reverse(page, args=args)

    def see(self, page: str, *args: object) -> str:
        """The page; it speaks this language."""
        shown = self.client.get(self.at(page, *args)).content.decode()
        assert f'<html lang="{self.language}"' in shown
        return shown

    def send(self, page: str, /, *args: object, **given: object) -> None:
        """Send the form of this page; it is taken."""
        answer = self.client.post(self.at(page, *args), {"request_key": str(new_uuid()), **given})
        assert answer.status_code in (200, 303), answer.content.decode()[-4000:]


def day(name: str, on: date) -> dict[str, int]:
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def learns(desk: Pages, row: PeerSupporter, today: date) -> None:
    """Interview, a course of six weeks, signatures, references, a check, and a name at work."""
    desk.send("peer-interview", row.pk, words="Warm, and listens")
    desk.send("plan-peer-course", name="Autumn course", place="Hub", **day("on", today - timedelta(days=60)))
    course = PeerCourse.objects.get()
    desk.send("peer-on-course", row.pk, course=course.pk)
    for meeting in CourseMeeting.objects.filter(course=course):
        desk.send("peer-course", course.pk, meeting=meeting.pk, came=[row.pk])
    for skill in PeerSkill:
        desk.send("sign-peer-skill", row.pk, skill=skill.value, **day("on", today - timedelta(days=9)))
    desk.send("peer", row.pk, do="move", state="induction", sure="yes")
    for known_as in ("Her midwife", "Her neighbour"):
        desk.send("peer-reference", row.pk, known_as=known_as, good="yes", note="Kind", **day("on", today))
    desk.send("decide-peer-check", row.pk, work="groups", level="enhanced", reason="Helps at the café")
    desk.send("answer-peer-check", row.pk, state="clear", **day("on", today))


def letters(family_id: FamilyId) -> set[str]:
    return set(Message.objects.filter(family_id=family_id).values_list("kind", flat=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invited_mother_learns_supports_is_paused_and_her_family_chooses_another(language: str) -> None:
    peers, today = Peers(), clock.today()
    hers, desk, mother = Pages(language), Pages(language), Pages(language)
    desk.client.force_login(account_of(peers.lead))
    hers.send("join-peers", name="Elena", email="elena@example.org", phone="", at=2)
    row = PeerSupporter.objects.get()
    hers.send("apply-as-peer", row.token, first_language="ro", lived=["twins"], about="Two at once", why="x", at=8)
    learns(desk, row, today)
    member = worker(Role.PEER_SUPPORTER, at=peers.charity, name="Elena").membership_id
    desk.send("peer-at-work", row.pk, membership=member, places=2)
    desk.send("peer", row.pk, do="move", state="active", sure="yes")
    hers.see("peer-path", row.token)

    account, viewer = parent_of(a_family(speaks="ro", reads=language, phone="+447700900123"))
    mother.client.force_login(account)
    mother.send("my-supporter-wish", language="ro", matters=["lived:twins"])
    assert "Two at once" in mother.see("my-supporter")
    mother.send("my-supporter", do="choose", supporter=row.pk)
    match = PeerMatch.objects.get()
    assert (match.supporter_id, match.state) == (row.pk, "active")

    colleague = supporter_of(a_family(peers.charity), at=peers.charity)
    other = PeerSupporter.objects.get(membership_id=colleague.membership_id).pk
    with later(7 * 157):
        assert pause_unchecked(by=KITH) == 1
        match.refresh_from_db()
        assert (match.state, "peer_paused" in letters(min(viewer.family_ids))) == ("paused", True)
        mother.client.force_login(account)
        assert f'value="{other}"' in mother.see("my-supporter")
        mother.send("my-supporter", do="choose", supporter=other)
    assert PeerMatch.objects.get(state="active", family_id=match.family_id).supporter_id == other
