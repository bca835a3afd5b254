"""No file has a trace of a nameless writer: calendars, tables, papers, feeds of the house.

All addresses that give a file and ask for nothing but a language or a kind of paper are asked, by each person at work
and by a visitor. The control: in the same files stand words that are meant to be in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kith.files import typesetting
from kith.kernel.ids import new_uuid
from kith.listening.actions import reading
from kith.listening.actions.telling import tell_story
from kith.listening.actions.watching import look_at_waiting
from kith.listening.models.stories import Story
from kith.listening.rules.codes import Told
from kith.listening.tests.world import Alliance
from testing.people import KITH, account_of
from tests.access.addresses import addresses

pytestmark = pytest.mark.django_db
FILES = (".csv", ".ics", ".json", ".pdf", "open-referral/")
WITH = {"plan_paper": "briefing", "paper_language": "en"}
WORDS = "The heron by the seventh lamp sang for me"


def files() -> list[str]:
    """The addresses of all files that can be asked for without knowing a row."""
    return sorted(
        reverse(each.name, kwargs={name: WITH[name] for name in each.wants})
        for each in addresses()
        if each.reads and each.wants <= WITH.keys() and any(kind in each.pattern for kind in FILES)
    )


def taken(client: Client, alliance: Alliance, settings: object) -> Iterator[str]:
    """Every file as each of them is given it; one that is refused is no file."""
    people = (None, alliance.chair, alliance.representative, alliance.coordinator, alliance.translator)
    for who in people:
        client.logout()
        if who:
            client.force_login(account_of(who), backend=settings.AUTHENTICATION_BACKENDS[0])  # type: ignore[attr-defined]
        for address in files():
            answer = client.get(address)
            if answer.status_code == 200:
                yield answer.getvalue().decode("utf-8", "replace")


def test_no_file_has_a_trace_of_a_nameless_writer(client: Client, monkeypatch, settings) -> None:
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)
    printed: list[str] = []

    def compiled(template: object, **how: Any) -> bytes:
        """Keep what is printed as words: in the file itself they are packed."""
        printed.append(how["sys_inputs"]["page"])
        return truly(template, **how)

    truly = typesetting.typst.compile
    monkeypatch.setattr(typesetting.typst, "compile", compiled)
    alliance, key = Alliance(), new_uuid()
    token = tell_story(told=Told(WORDS, "en"), request_key=key)
    look_at_waiting(by=KITH)
    story = Story.objects.get()
    reading.let_story_on(by=alliance.coordinator, story_id=story.pk)
    found = [*taken(client, alliance, settings), *printed]
    traces = (token, str(key), str(story.pk), WORDS)
    assert [trace for trace in traces if any(trace in text for text in found)] == []
    assert len(found) > 20
    assert any("BEGIN:VCALENDAR" in text for text in found), "the control: calendars are among them"
    assert printed, "the control: papers are among them"
