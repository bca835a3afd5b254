"""Questions come in her language, one a page, by a link that is gone with the answer; an interview is coded alike."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override

from kith.files.qr import qr_code
from kith.kernel import clock
from kith.kernel.barriers import Barrier
from kith.kernel.clock import FixedClock
from kith.kernel.ids import new_uuid
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.messages.tests.fakes import Message
from kith.organisations.rules import Role
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.studies.actions.asking import (
    Way,
    answer_study,
    ask_by_private_link,
    begin_study,
    enter_interview,
    forget_past_links,
)
from kith.studies.models import BarrierAnswer, BarrierStudy, StudyInvitation
from kith.studies.queries.studies import open_studies
from kith.studies.rules.asking import Said
from kith.studies.rules.codes import About, Used
from testing.people import account_of, worker

pytestmark = pytest.mark.django_db


def page(name: str, *args: object, language: str = "en") -> str:
    with override(language):
        return reverse(name, args=args)


def test_questions_in_urdu_are_answered_one_a_page_by_a_link_that_is_gone_with_the_answer(client):
    coordinator, representative = worker(Role.COORDINATOR), worker(Role.PARENT_REPRESENTATIVE)
    study_id = begin_study(
        by=representative,
        title="Groups",
        about=About.GROUPS,
        until_on=clock.today() + timedelta(days=30),
        request_key=new_uuid(),
    )
    ask_by_private_link(by=coordinator, study_id=study_id, way=Way("mia@example.org", "", "ur"), request_key=new_uuid())
    token = StudyInvitation.objects.get().token
    address = page("answer-study", token, language="ur")
    shown = client.get(address).content.decode()
    key = re.search(r'name="request_key" value="([\w-]+)"', shown).group(1)  # type: ignore[union-attr]
    whole = {"request_key": key, "used": "no", "reasons": ["cost", "did_not_know"], "community": "asian", "at": "2"}
    assert client.post(address, {**whole, "reasons": []}).status_code == 422
    assert client.post(address, whole).status_code == 200
    row = BarrierAnswer.objects.get()
    assert (row.language, row.reasons, row.how, row.month.day) == ("ur", ["cost", "did_not_know"], "private_link", 1)
    assert (StudyInvitation.objects.count(), client.get(address).status_code) == (0, 404)
    assert Message.objects.get(kind="study_invitation").address == "-"
    assert open_studies(ANONYMOUS)[0].answers is None, "one answer is too few to be counted aloud"
    said = Said("so", "N", Used.YES, (Barrier.COST,))
    for _ in range(2):
        enter_interview(by=representative, study_id=study_id, said=said, words="Bus fare", request_key=key)
    answer_study(by=ANONYMOUS, token=BarrierStudy.objects.get().token, said=said, request_key=new_uuid())
    assert BarrierAnswer.objects.count() == 2, "an interview with the key of an answer is the same answer"
    other = Way("eve@example.org", "", "so")
    ask_by_private_link(by=coordinator, study_id=study_id, way=other, request_key=new_uuid())
    with clock.use(FixedClock(clock.now() + timedelta(days=40))):
        assert [forget_past_links(by=system_actor("tests")) for _ in range(2)] == [1, 0]


def test_the_open_link_stands_as_a_code_to_print_in_every_language(client, monkeypatch, settings):
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)
    representative = worker(Role.PARENT_REPRESENTATIVE)
    until_on = clock.today() + timedelta(days=30)
    new = {"title": "Groups", "about": About.GROUPS, "until_on": until_on, "request_key": new_uuid()}
    study_id = begin_study(by=representative, **new)
    client.force_login(account_of(representative), backend=settings.AUTHENTICATION_BACKENDS[0])
    shown = client.get(page("study", study_id)).content.decode()
    links = re.findall(r'<a href="(http[^"]+/take-part/questions/[^"]+)"', shown)
    assert len(set(links)) == len(INTERFACE_LANGUAGES)
    drawn = dict(zip(links, re.findall(r'<path class="kith-qr__code" d="([^"]+)"', shown), strict=True))
    for link, path in drawn.items():
        assert path in qr_code(link, label="")
