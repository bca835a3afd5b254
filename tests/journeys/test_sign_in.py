"""Signing in for work in a real browser: a passkey is made, signs in alone, and serves as the second factor."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from testing.browser import with_passkeys
from testing.place import ROOT, RunningPlace

pytestmark = pytest.mark.browser
# A colleague of her own: a new password ends every session, and other journeys sign in as the demonstration's people.
EMAIL, PASSWORD = "signs-in-by-herself@demo.kith.invalid", "blue kettle walks slowly"
GIVE_PASSWORD = f"""
import django
django.setup()
from kith.organisations.rules import Role
from kith.platform.access.viewer import system_actor
from kith.organisations.actions.people import add_membership
from kith.organisations.models import Membership
from kith.platform.models import Account
account = Account.objects.create_user(email={EMAIL!r}, password={PASSWORD!r})
council = Membership.objects.filter(role=Role.OUTREACH_WORKER).values_list("organisation_id", flat=True)[0]
add_membership(
    by=system_actor("tests"), account_id=account.pk, organisation_id=council,
    role=Role.OUTREACH_WORKER, name="Zoya Whitlock",
)
"""


@pytest.fixture
def device(browser: Browser, place: RunningPlace) -> Iterator[Page]:
    """A window on a device that keeps passkeys and knows its owner. Passkeys belong to a name, so it is localhost."""
    subprocess.run([sys.executable, "-c", GIVE_PASSWORD], cwd=ROOT, env=os.environ | place.environment, check=True)
    context = browser.new_context(base_url=f"http://localhost:{place.port}", locale="en-GB")
    context.set_default_timeout(15_000)
    page = with_passkeys(context)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    yield page
    context.close()
    assert troubles == []


def test_a_passkey_is_made_signs_in_alone_and_is_the_second_factor(device: Page) -> None:
    _sign_in_by_password(device)
    expect(device).to_have_url(re.compile("/desk/security/"))
    _make_a_passkey(device)
    device.goto("/desk/today/")
    expect(device.get_by_role("heading", level=1)).to_contain_text("Today")

    _sign_out(device)
    device.get_by_role("button", name="Sign in with a passkey").click()
    expect(device).to_have_url(re.compile("/desk/today/"))

    _sign_out(device)
    _sign_in_by_password(device)
    expect(device).to_have_url(re.compile("/desk/sign-in/second-factor/"))
    device.get_by_role("button", name="Use my passkey").click()
    expect(device).to_have_url(re.compile("/desk/today/"))


def _sign_in_by_password(page: Page) -> None:
    page.goto("/desk/sign-in/?next=/desk/today/")
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def _make_a_passkey(page: Page) -> None:
    page.get_by_role("button", name="Add a passkey").or_(page.get_by_role("link", name="Add a passkey")).click()
    page.get_by_label("A name for it").fill("My work phone")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.get_by_role("link", name="Continue").click()
    expect(page.get_by_text("My work phone").first).to_be_visible()


def _sign_out(page: Page) -> None:
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("button", name="Sign out").click()
    page.goto("/desk/today/")
    expect(page).to_have_url(re.compile("/desk/sign-in/"))
