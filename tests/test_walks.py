"""docs/walks/: a newcomer who reads these files has read all that runs in the room when the request is answered."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kith.families.queries.people import people_of
from kith.groups.tests.world import code_behind
from kith.organisations.rules import OrganisationKind
from kith.referrals.tests.referring import Place
from kith.whats_on.tests.world import a_series, a_service, a_session, a_venue, an_organisation
from testing.database import ROOT
from testing.people import KITH, a_family, account_of, organisation, worker

WALKS = ROOT / "docs/walks"
Request = Callable[[], HttpResponse]


@dataclass(frozen=True)
class Walk:
    """A page of docs/walks/: the files to read, and the files and folders that need no reading."""

    files: tuple[str, ...]
    left_out: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Walk:
        walk, _, left_out = text.partition("## Left out")
        named = [path for line in re.findall(r"^- ([^:]+):", left_out, re.MULTILINE) for path in line.split(",")]
        files = re.findall(r"^\d+\. `([^`]+)`:", walk, re.MULTILINE)
        return cls(tuple(files), tuple(path.strip().strip("`") for path in named))

    def covers(self, file: str) -> bool:
        """Whether the file is to be read, or is said to need no reading."""
        folders = tuple(each for each in self.left_out if each.endswith("/"))
        return file in self.files or file in self.left_out or file.startswith(folders)

    def missing(self, ran: set[str], room: str) -> set[str]:
        """What ran and is not named; a file of the room itself must be in the walk."""
        own = {file for file in ran if file.startswith(f"kith/{room}/")}
        return (own - set(self.files)) | {file for file in ran - own if not self.covers(file)}


def walk(name: str) -> Walk:
    return Walk.of((WALKS / f"{name}.md").read_text("utf-8"))


def files_that_run(request: Request) -> set[str]:
    """The files of Kith of which a function runs; what a first request sets up once has been done before."""
    seen: set[str] = set()

    def look(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call" and frame.f_code.co_name != "<module>":
            seen.add(frame.f_code.co_filename)

    sys.setprofile(look)
    try:
        answer = request()
    finally:
        sys.setprofile(None)
    assert answer.status_code in (302, 303), answer.content.decode()
    return {
        str(Path(file).relative_to(ROOT)) for file in seen if file.startswith(f"{ROOT}/kith/") and "/tests/" not in file
    }


def at_desk(viewer: Any) -> Client:
    client = Client(headers={"sec-fetch-site": "same-origin"})
    client.force_login(account_of(viewer))
    return client


def booking() -> Request:
    organisation(OrganisationKind.HEALTH_VISITING)
    own = an_organisation()
    session_id = a_session(series_id=a_series(a_service(own, a_venue(own)), code="a-code"))
    address, client = f"/en/sessions/{session_id}/book/", Client(headers={"sec-fetch-site": "same-origin"})
    keys = [re.search(r'name="request_key" value="([^"]+)"', client.get(address).content.decode()) for _ in range(2)]
    form = {
        "name": "Ioana Popescu",
        "places": "1",
        "consent": "yes",
        "interpreter": "yes",
        "interpreter_language": "ro",
    }
    born_on = {"baby_on_day": "10", "baby_on_month": "1", "baby_on_year": "2026"}
    sent = iter(
        form | born_on | {"contact": f"07700 90045{number}", "request_key": key[1]}
        for number, key in enumerate(keys)
        if key
    )

    def book() -> HttpResponse:
        held = client.post(address, next(sent))["Location"]
        return client.post(held, {"code": code_behind(held)})

    return book


def feeding_status() -> Request:
    grace = worker()
    family_id = a_family(*grace.organisation_ids)
    (baby,) = people_of(KITH, family_id).babies
    address, client = reverse("record-feeding", args=[family_id, baby.id, "6_8_weeks"]), at_desk(grace)
    asked_on = {"asked_on_day": "10", "asked_on_month": "3", "asked_on_year": "2026"}
    answers = iter(("partially", "totally"))
    return lambda: client.post(address, {"status": next(answers), "source": "in_person", **asked_on})


def referral_answer() -> Request:
    place = Place.build()
    waiting = iter([place.refer(place.family(name=name), place.to_charity) for name in ("Ana Pop", "Ion Pop")])
    client = at_desk(place.supporter)
    return lambda: client.post(f"/desk/referrals/{next(waiting)}/", {"do": "accepted", "seen": "1"})


REQUESTS = {"booking": booking, "feeding-status": feeding_status, "referral-answer": referral_answer}
ROOMS = {"booking": "groups", "feeding-status": "feeding", "referral-answer": "referrals"}
MOST = {"booking": 12, "feeding-status": 7, "referral-answer": 9}
each_walk = pytest.mark.parametrize("name", sorted(MOST))


def test_every_walk_is_known_here() -> None:
    assert {page.stem for page in WALKS.glob("*.md")} == set(MOST)


@each_walk
def test_a_walk_names_files_that_are_there_and_no_more_than_can_be_read_in_one_go(name: str) -> None:
    found = walk(name)
    assert [file for file in (*found.files, *found.left_out) if not (ROOT / file).exists()] == []
    assert 0 < len(set(found.files)) == len(found.files) <= MOST[name]


@each_walk
def test_all_that_runs_in_the_room_stands_in_the_walk_and_all_else_is_named(name: str, db: None) -> None:
    request = REQUESTS[name]()
    request()
    ran = files_that_run(request)
    assert len([file for file in ran if file.startswith(f"kith/{ROOMS[name]}/")]) >= 5
    assert walk(name).missing(ran, ROOMS[name]) == set()


def test_the_control_a_file_of_the_room_that_is_not_named_is_missing_and_cannot_be_left_out() -> None:
    found = Walk.of("1. `kith/groups/urls.py`: it\n## Left out\n- `kith/platform/`, `kith/groups/`: made once\n")
    ran = {"kith/groups/urls.py", "kith/groups/models.py", "kith/platform/gate.py", "kith/tasks/urls.py"}
    assert found.missing(ran, "groups") == {"kith/groups/models.py", "kith/tasks/urls.py"}
