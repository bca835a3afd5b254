"""The few questions that every read and write must pass, asked of the gate alone."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.ids import AccountId, FamilyId
from kith.platform import access
from kith.platform.access import Forbidden, NotFound, require, viewer, visible
from kith.platform.access.permissions import ANONYMOUS_PERMISSIONS, PARENT_PERMISSIONS, Permission
from kith.platform.access.viewer import (
    ANONYMOUS,
    Viewer,
    ViewerKind,
    register_viewer_source,
    system_actor,
    viewer_of,
    viewer_of_account,
)

OURS, THEIRS = FamilyId(UUID(int=1)), FamilyId(UUID(int=2))
NURSE = Viewer(
    kind=ViewerKind.STAFF,
    account_id=AccountId(7),
    family_ids=frozenset({OURS}),
    permissions=frozenset({Permission.SEE_FAMILY, Permission.REFER}),
)
kinds_of_people = st.sampled_from([kind for kind in ViewerKind if kind is not ViewerKind.SYSTEM])
permissions = st.frozensets(st.sampled_from(Permission))


@pytest.fixture(autouse=True, scope="module")
def reach_by_the_list():
    """A family is within reach of those who have it in their list."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(access, "_scopes", {})
        access.register_scope("family", lambda who, family_id: family_id in who.family_ids)
        yield


def test_the_room_that_registers_a_scope_is_asked() -> None:
    access._scopes.clear()
    access.register_scope("family", reach := lambda who, family_id: family_id in who.family_ids)
    assert access._scopes == {"family": reach}


@given(kinds_of_people, permissions, st.sampled_from(Permission), st.sampled_from([None, OURS, THEIRS]))
def test_the_role_is_asked_first_and_then_the_reach(kind, held, asked, family_id) -> None:
    who = Viewer(kind=kind, family_ids=frozenset({OURS}), permissions=held)
    expected = Forbidden if asked not in held else NotFound if family_id == THEIRS else None
    if expected is None:
        require(who, asked, family_id=family_id)
    else:
        with pytest.raises(expected):
            require(who, asked, family_id=family_id)


def test_a_refusal_names_the_permission_and_never_the_family() -> None:
    with pytest.raises(Forbidden, match=r"^merge_families$"):
        require(NURSE, Permission.MERGE_FAMILIES, family_id=OURS)
    with pytest.raises(NotFound, match=r"^family$"):
        require(NURSE, Permission.SEE_FAMILY, family_id=THEIRS)


@given(st.sampled_from(Permission), st.sampled_from([None, OURS, THEIRS]))
def test_kith_itself_may_do_everything_for_every_family(asked, family_id) -> None:
    job = system_actor("nightly")
    assert (job.kind, job.name, job.is_signed_in) == (ViewerKind.SYSTEM, "nightly", False)
    require(job, asked, family_id=family_id)


@given(st.sampled_from(Permission))
def test_a_stranger_may_only_book_cancel_and_answer_by_link(asked) -> None:
    meant = {Permission.BOOK_PLACE, Permission.CANCEL_BOOKING, Permission.ANSWER_BY_LINK}
    with nullcontext() if asked in meant else pytest.raises(Forbidden):
        require(ANONYMOUS, asked)
    assert meant == ANONYMOUS_PERMISSIONS
    assert {Permission.SEE_OWN_RECORD, Permission.GIVE_CONSENT, Permission.REFER} == PARENT_PERMISSIONS - meant
    assert meant <= PARENT_PERMISSIONS


def test_the_rows_that_are_visible_are_asked_of_the_rows_themselves() -> None:
    rows = SimpleNamespace(visible_to=lambda who: ("rows of", who))
    assert visible(NURSE, rows) == ("rows of", NURSE)


@pytest.mark.parametrize(
    ("kind", "is_staff", "is_parent"),
    [(ViewerKind.STAFF, True, False), (ViewerKind.PARENT, False, True), (ViewerKind.ANONYMOUS, False, False)],
)
def test_a_viewer_knows_what_kind_of_person_she_is(kind, is_staff, is_parent) -> None:
    who = replace(NURSE, kind=kind)
    assert (who.is_staff, who.is_parent, who.is_signed_in) == (is_staff, is_parent, True)


def test_a_viewer_of_whom_nothing_is_known_can_reach_nothing() -> None:
    nobody = Viewer(kind=ViewerKind.ANONYMOUS)
    assert not nobody.is_signed_in
    assert (nobody.name, nobody.role, nobody.role_name) == ("", "", "")
    assert not (nobody.organisation_ids | nobody.team_ids | nobody.family_ids | nobody.permissions)


# --- who an account is ----------------------------------------------------------------------------------------------


@pytest.fixture
def sources(monkeypatch):
    """Rooms that say who an account is: none yet."""
    asked = []
    monkeypatch.setattr(viewer, "_sources", asked)
    return asked


def account(**changed: object) -> SimpleNamespace:
    return SimpleNamespace(**{"pk": 1, "is_active": True, "is_authenticated": True, "name": "nurse"} | changed)


def test_the_first_source_that_knows_an_account_says_who_it_is(sources) -> None:
    parent = Viewer(kind=ViewerKind.PARENT)
    for source in (lambda _account: None, lambda _account: NURSE, lambda _account: parent):
        register_viewer_source(source)
    assert viewer_of_account(account()) is NURSE
    assert viewer_of_account(account(is_active=False)) is None


def test_a_source_is_given_the_account_and_registers_once(sources) -> None:
    asked = []
    for _ in range(2):
        register_viewer_source(asked.append)
    assert viewer_of_account(account()) is None
    assert asked == [account()]


def request_of(user: object, *, with_cookie: bool, settings) -> object:
    request = RequestFactory().get("/")
    request.user = user
    if with_cookie:
        request.session = {SESSION_KEY: "1"}
        request.COOKIES[settings.SESSION_COOKIE_NAME] = "a session"
    return request


def test_without_a_cookie_nobody_is_looked_up(sources, settings) -> None:
    asked = []
    register_viewer_source(lambda found: asked.append(found) or NURSE)
    assert viewer_of(request_of(account(), with_cookie=False, settings=settings)) is ANONYMOUS
    assert asked == []


def test_a_cookie_of_somebody_signed_in_gives_her_viewer(sources, settings) -> None:
    register_viewer_source(lambda _account: NURSE)
    assert viewer_of(request_of(account(), with_cookie=True, settings=settings)) is NURSE
    signed_out = account(is_authenticated=False)
    assert viewer_of(request_of(signed_out, with_cookie=True, settings=settings)) is ANONYMOUS


def test_a_session_of_nobody_any_more_is_ended_and_one_of_somebody_is_not(sources, settings, monkeypatch) -> None:
    ended = []
    monkeypatch.setattr(viewer, "logout", ended.append)
    known = {"nurse": NURSE}
    register_viewer_source(lambda found: known.get(found.name))
    left = request_of(account(name="has left"), with_cookie=True, settings=settings)
    assert viewer_of(left) is ANONYMOUS
    viewer_of(request_of(account(), with_cookie=True, settings=settings))
    assert ended == [left]
