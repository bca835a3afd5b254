"""A parent leaves at once: signed out, nothing kept by the browser, a neutral page in its place."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import kith
from kith.front.views.leaving import NEUTRAL
from testing.people import a_family, parent_of

pytestmark = pytest.mark.django_db
PARTS = Path(kith.__path__[0]) / "platform/ui/templates/layouts/parts.jinja"


def test_her_page_offers_it_and_signing_out_and_a_visitors_page_the_way_in(client: Client) -> None:
    assert 'href="/en/my/"' in client.get("/en/").content.decode()
    client.force_login(parent_of(a_family(phone="+447700900321"))[0])
    page = client.get("/en/my/").content.decode()
    assert all(reverse(name) in page for name in ("leave", "sign-out"))


def test_leaving_signs_out_and_leads_to_a_page_that_says_nothing_of_us(client: Client) -> None:
    client.force_login(parent_of(a_family(phone="+447700900321"))[0])
    answer = client.post("/en/leave/")
    assert answer.headers["Refresh"] == f"0; url={NEUTRAL}"
    assert '"cache"' in answer.headers["Clear-Site-Data"]
    assert "Kith" not in answer.content.decode()
    assert NEUTRAL in answer.content.decode()
    assert client.get("/en/my/").status_code == 302


def test_with_scripts_it_is_the_same_page() -> None:
    assert f'data-leave="{NEUTRAL}"' in PARTS.read_text("utf-8")
