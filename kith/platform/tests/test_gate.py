"""The gate lets in only those the page is for, by the methods it declares."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import InternalError
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import RequestFactory, override_settings
from django.urls import path, reverse

from kith.kernel.ids import AccountId
from kith.platform import audit, gate
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import ANONYMOUS_PERMISSIONS, Audience, Permission
from kith.platform.access.viewer import ANONYMOUS, Request, Viewer, ViewerKind
from kith.platform.audit.models import AuditEntry
from kith.platform.sign_in.models import Account
from kith.walls.saying import signing_in

PARENT = Viewer(ViewerKind.PARENT, account_id=AccountId(1), permissions=frozenset({Permission.SEE_OWN_RECORD}))
STAFF = Viewer(ViewerKind.STAFF, account_id=AccountId(2), permissions=frozenset({Permission.SEE_TODAY}))
WHO = {"anonymous": ANONYMOUS, "parent": PARENT, "staff": STAFF}


def says_yes(request: Request) -> HttpResponse:
    """A page."""
    return HttpResponse(f"yes, {request.viewer.kind}")


def ask(
    monkeypatch: pytest.MonkeyPatch,
    viewer: Viewer,
    method: str,
    rule: gate.PageRule,
    view: Any = says_yes,
    **extra: Any,
) -> HttpResponse:
    monkeypatch.setattr(gate, "viewer_of", lambda _request: viewer)
    monkeypatch.setattr(gate.second_factor, "is_shown", lambda _request: True)
    request = RequestFactory().generic(method, "/page/?q=1", **({"HTTP_HOST": "localhost"} | extra))
    return gate.gated(view, rule)(request)


def outcome(*args: Any, **kwargs: Any) -> str:
    try:
        answer = ask(*args, **kwargs)
    except (Forbidden, NotFound) as refusal:
        return type(refusal).__name__
    return {200: "yes", 302: f"to {answer.get('Location', '').split('?')[0]}", 405: "not so"}[answer.status_code]


pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
urlpatterns = [
    path("desk/sign-in/", says_yes, name="staff-sign-in"),
    path("my/sign-in/", says_yes, name="parent-sign-in"),
]


@pytest.mark.parametrize(
    ("audience", "method", "expected"),
    [
        (Audience.PUBLIC, "GET", {"anonymous": "yes", "parent": "yes", "staff": "yes"}),
        (Audience.MACHINE, "GET", {"anonymous": "yes", "parent": "yes", "staff": "yes"}),
        (Audience.PARENT, "GET", {"anonymous": "to /my/sign-in/", "parent": "yes", "staff": "NotFound"}),
        (Audience.PARENT, "POST", {"anonymous": "Forbidden", "parent": "yes", "staff": "NotFound"}),
        (Audience.STAFF, "GET", {"anonymous": "to /desk/sign-in/", "parent": "NotFound", "staff": "yes"}),
        (Audience.STAFF, "HEAD", {"anonymous": "to /desk/sign-in/", "parent": "NotFound", "staff": "yes"}),
        (Audience.STAFF, "POST", {"anonymous": "Forbidden", "parent": "NotFound", "staff": "yes"}),
        *[
            (audience, method, dict.fromkeys(WHO, "not so"))
            for audience in Audience
            for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "NONSENSE")
        ],
    ],
)
def test_each_audience_by_each_method(
    monkeypatch: pytest.MonkeyPatch, audience: Audience, method: str, expected: dict[str, str]
) -> None:
    rule = gate.PageRule(audience, methods=("GET", "POST"))
    assert {name: outcome(monkeypatch, viewer, method, rule) for name, viewer in WHO.items()} == expected


def test_a_page_that_only_reads_cannot_be_posted_to(monkeypatch: pytest.MonkeyPatch) -> None:
    assert outcome(monkeypatch, STAFF, "POST", gate.PageRule(Audience.STAFF)) == "not so"


def test_a_page_that_is_only_posted_to_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = gate.PageRule(Audience.PUBLIC, methods=("POST",))
    assert [outcome(monkeypatch, STAFF, method, rule) for method in ("GET", "HEAD")] == ["not so", "not so"]


def test_the_sign_in_page_knows_the_way_back(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = ask(monkeypatch, ANONYMOUS, "GET", gate.PageRule(Audience.STAFF))
    assert answer["Location"] == f"{reverse('staff-sign-in')}?next=%2Fpage%2F%3Fq%3D1"


@pytest.mark.parametrize("permission", list(Permission))
def test_a_needed_permission_is_needed(monkeypatch: pytest.MonkeyPatch, permission: Permission) -> None:
    rule = gate.PageRule(Audience.STAFF, needs=permission)
    holder = Viewer(ViewerKind.STAFF, account_id=AccountId(2), permissions=frozenset({permission}))
    everything_else = Viewer(
        ViewerKind.STAFF, account_id=AccountId(2), permissions=frozenset(Permission) - {permission}
    )
    assert outcome(monkeypatch, holder, "GET", rule) == "yes"
    assert outcome(monkeypatch, everything_else, "GET", rule) == "Forbidden"


def test_a_public_page_may_need_a_permission_that_strangers_have(monkeypatch: pytest.MonkeyPatch) -> None:
    for permission in Permission:
        expected = "yes" if permission in ANONYMOUS_PERMISSIONS else "Forbidden"
        assert outcome(monkeypatch, ANONYMOUS, "GET", gate.PageRule(Audience.PUBLIC, needs=permission)) == expected


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_view_that_writes_on_reading_is_refused_by_the_database(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    def writes(_request: Request) -> HttpResponse:
        Account.objects.create_user(email="somebody@example.org")
        return HttpResponse()

    with pytest.raises(InternalError, match="read-only transaction"):
        ask(monkeypatch, ANONYMOUS, method, gate.PageRule(Audience.PUBLIC), writes)
    assert not Account.objects.exists()


def test_a_template_that_writes_while_it_is_drawn_is_refused_too(monkeypatch: pytest.MonkeyPatch) -> None:
    class LateResponse(SimpleTemplateResponse):
        @property
        def rendered_content(self) -> str:
            Account.objects.create_user(email="somebody@example.org")
            return ""

    with pytest.raises(InternalError, match="read-only transaction"):
        ask(monkeypatch, ANONYMOUS, "GET", gate.PageRule(Audience.PUBLIC), lambda _request: LateResponse("none"))


def test_the_control_the_same_view_may_write_when_posted_to(monkeypatch: pytest.MonkeyPatch) -> None:
    def writes(_request: Request) -> HttpResponse:
        with signing_in():
            Account.objects.create_user(email="somebody@example.org")
        return HttpResponse()

    ask(monkeypatch, ANONYMOUS, "POST", gate.PageRule(Audience.PUBLIC, methods=("POST",)), writes)
    assert Account.objects.count() == 1


def test_who_looked_is_written_before_the_page_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def opens_a_record(request: Request) -> HttpResponse:
        audit.read(request.viewer, "families.page", "families.Family", 7)
        assert not AuditEntry.objects.exists()
        return HttpResponse()

    ask(monkeypatch, STAFF, "GET", gate.PageRule(Audience.STAFF), opens_a_record)
    looked = AuditEntry.objects.get()
    assert (looked.kind, looked.account_id, looked.action, looked.subject_id) == ("read", 2, "families.page", "7")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_page_whose_reading_cannot_be_written_down_is_not_sent(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    def opens_a_record(request: Request) -> HttpResponse:
        audit.read(request.viewer, "families.page", "families.Family", 7)
        return HttpResponse("the record")

    def broken(_rows: object) -> None:
        raise RuntimeError("the audit is full")

    monkeypatch.setattr(audit, "insert", broken)
    with pytest.raises(RuntimeError, match="full"):
        ask(monkeypatch, STAFF, method, gate.PageRule(Audience.STAFF, methods=("GET", "POST")), opens_a_record)


def test_pages_of_somebody_signed_in_are_kept_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask(monkeypatch, STAFF, "GET", gate.PageRule(Audience.STAFF))["Cache-Control"] == "no-store"
    assert ask(monkeypatch, STAFF, "GET", gate.PageRule(Audience.PUBLIC, cached=True))["Cache-Control"] == "no-store"
    assert ask(monkeypatch, ANONYMOUS, "GET", gate.PageRule(Audience.PUBLIC))["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({}, "yes"),
        ({"HTTP_HOST": "127.0.0.1:8000"}, "yes"),
        ({"HTTP_HOST": "[::1]:8000", "REMOTE_ADDR": "::1"}, "yes"),
        ({"REMOTE_ADDR": "192.168.1.20"}, "NotFound"),
        ({"REMOTE_ADDR": ""}, "NotFound"),
        ({"REMOTE_ADDR": "unix:"}, "NotFound"),
        ({"HTTP_HOST": "kith.example.org"}, "NotFound"),
        ({"HTTP_HOST": "localhost.example.org"}, "NotFound"),
        ({"HTTP_HOST": "192.168.1.20:8000"}, "NotFound"),
        ({"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, "NotFound"),
        ({"HTTP_X_FORWARDED_PROTO": "https"}, "NotFound"),
        ({"HTTP_X_FORWARDED_HOST": "localhost"}, "NotFound"),
        ({"HTTP_X_REAL_IP": "127.0.0.1"}, "NotFound"),
        ({"HTTP_FORWARDED": "for=127.0.0.1"}, "NotFound"),
        ({"HTTP_VIA": "1.1 proxy"}, "NotFound"),
    ],
)
@override_settings(ALLOWED_HOSTS=["*"])
def test_the_demonstration_answers_this_machine_only(
    monkeypatch: pytest.MonkeyPatch, extra: dict[str, str], expected: str
) -> None:
    for method in ("GET", "POST"):
        rule = gate.PageRule(Audience.DEMONSTRATION, methods=("GET", "POST"))
        assert outcome(monkeypatch, ANONYMOUS, method, rule, **extra) == expected


def test_outside_a_demonstration_its_pages_do_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    with override_settings(KITH=SimpleNamespace(demonstration=False)):
        assert outcome(monkeypatch, ANONYMOUS, "GET", gate.PageRule(Audience.DEMONSTRATION)) == "NotFound"


def test_reading_twice_in_one_test_leaves_the_transaction_usable(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        with pytest.raises(InternalError, match="read-only"):
            ask(
                monkeypatch,
                ANONYMOUS,
                "GET",
                gate.PageRule(Audience.PUBLIC),
                lambda _request: HttpResponse(Account.objects.create_user(email="a@example.org")),
            )
    Account.objects.create_user(email="a@example.org")
