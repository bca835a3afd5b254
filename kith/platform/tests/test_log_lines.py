"""Log lines say where, never who."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from kith.platform.sign_in.models import Account
from kith.platform.web.log_lines import DiscreetFormatter

SECRETS = ("Ioana", "ioana@example.org", "07700900123", "s3cret-token")


def breaks(request: HttpRequest, token: str) -> HttpResponse:
    """Fail with everything about her in the error."""
    try:
        raise ValueError(f"no family for {request.POST['name']} {request.POST['contact']}")
    except ValueError as error:
        raise RuntimeError(f"booking {token} of Ioana failed") from error


def breaks_in_the_database(_request: HttpRequest) -> HttpResponse:
    """Fail as PostgreSQL does: with the row's values in the error."""
    Account.objects.create_user(email="ioana@example.org")
    Account.objects.create_user(email="ioana@example.org")
    return HttpResponse()


urlpatterns = [path("bookings/<str:token>/", breaks), path("twice/", breaks_in_the_database)]


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(DiscreetFormatter())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


@pytest.mark.urls(__name__)
def test_an_error_is_found_in_the_code_and_says_nothing_of_the_person(lines: io.StringIO) -> None:
    browser = Client(raise_request_exception=False, headers={"sec-fetch-site": "same-origin"})
    form = {"name": "Ioana Popescu", "contact": "ioana@example.org 07700900123"}
    assert browser.post("/bookings/s3cret-token/?q=Ioana", form).status_code == 500
    said = lines.getvalue()
    assert not [secret for secret in SECRETS if secret in said]
    assert "500 POST /bookings/<str:token>/" in said
    assert "ValueError" in said
    assert "RuntimeError" in said
    assert "test_log_lines.py" in said
    assert "in breaks" in said


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_a_database_error_does_not_quote_the_row(lines: io.StringIO) -> None:
    browser = Client(raise_request_exception=False)
    assert browser.get("/twice/").status_code == 500
    assert "IntegrityError" in lines.getvalue()
    assert not [secret for secret in SECRETS if secret in lines.getvalue()]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/en/bookings/s3cret-token/", "/en/Ioana/", "/desk/ioana@example.org?x=07700900123"]
)
def test_a_page_that_is_not_there_is_not_named_by_its_address(client: Client, lines: io.StringIO, address: str) -> None:
    assert client.get(address).status_code == 404
    assert not [secret for secret in SECRETS if secret in lines.getvalue()]


def test_other_lines_stay_as_they_are(lines: io.StringIO) -> None:
    logging.getLogger("kith.somewhere").warning("message %s was not sent: %s", 7, "timeout")
    assert lines.getvalue().endswith("WARNING kith.somewhere message 7 was not sent: timeout\n")


def test_the_place_writes_its_log_this_way() -> None:
    handlers = logging.getLogger().handlers
    assert [handler for handler in handlers if isinstance(handler.formatter, DiscreetFormatter)]
