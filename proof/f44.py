"""F44: on an empty server a place begins, and its people find their families: in a browser, after the first command.

Passkeys live in Chromium's virtual authenticator; links come from the mails that the place sent. The alarm: in the
same box another name and another number find nobody, and who may open no record is not let in.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import Error as BrowserError

from proof.figures import Outcome, figure
from testing.browser import AT_A_PROXY, browser, resolving, with_passkeys
from testing.database import ROOT
from testing.hosted import HOST, Hosted, own_server, prepared
from testing.hosting import PAGE
from testing.mail import FakeMailServer, fake_mail_server
from testing.tls import proxy

SITE = f"https://{HOST}"
PATIENCE_MS = 15_000
VISITING, COUNCIL = "Milton Keynes health visiting", "Milton Keynes City Council"
VISITOR, COORDINATOR = "grace.njoroge@feeding.example.org", "tom.bell@feeding.example.org"
HER, ANOTHER = ("Fatima", "Al-Hassan", "07700 900456", "Arabic"), ("Katarzyna", "Nowak", "07700 900111", "Polish")
FINDS_HER = {
    "her phone as it was written down": "07700 900456",
    "her phone with the country's number": "+44 7700 900 456",
    "her name misspelt": "Fatema Alhasan",
    "her name in Arabic letters": "فاطمة الحسن",
    "her names reversed": "Al-Hassan Fatima",
}
FINDS_NOBODY = ("Maria Popescu", "07700 900999", "ماريا بوبيسكو")


@dataclass
class Walk:
    """The steps that were taken in one place, and what went wrong."""

    hosted: Hosted
    mail: FakeMailServer
    steps: int = 0
    failed: list[str] = field(default_factory=list)

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """One step, counted; what fails in it is noted, and the next ones are tried."""
        self.steps += 1
        try:
            yield
        except (AssertionError, BrowserError, LookupError) as wrong:
            self.failed.append(what)
            print(f"  NOT AS PROMISED: {what}\n{str(wrong)[:1500]}", flush=True)

    def doctor(self, what: str, *, ends_with: int, says: str = "", keeps_quiet_of: str = "\0") -> None:
        """One step: what `kith doctor` says of the place."""
        with self.step(f"doctor {what}"):
            code, said = self.hosted.kith("doctor"), self.hosted.said
            assert code == ends_with, said
            assert says in said, said
            assert keeps_quiet_of not in said, said
            assert "Traceback" not in said, said

    def link_to(self, page: Page, address: str) -> str:
        """The link in the last mail to this address, once the worker has sent it."""
        for _ in range(PATIENCE_MS // 200):
            found = [mail for mail in self.mail.mails if re.search(rf"^To: .*{re.escape(address)}", mail, re.MULTILINE)]
            if found:
                return str(re.findall(rf"{SITE}/\S+", found[-1])[0])
            page.wait_for_timeout(200)
        raise LookupError(f"no mail came to {address}")


@figure(
    "F44", claim="from an empty server, in a browser: a place begins, its people come in and find a family five ways"
)
def run() -> Outcome:
    """Begin a place by one command; all that follows is done by its people, in their browsers."""
    with (
        own_server() as server,
        fake_mail_server() as mail,
        tempfile.TemporaryDirectory(prefix="kith-walk-") as folder,
    ):
        walk = Walk(prepared(PAGE.read_text("utf-8"), server, Path(folder), mail.url), mail)
        walk.doctor("on an empty server says what comes first", ends_with=1, says="kith place new")
        with walk.step("kith place new"):
            assert walk.hosted.kith("place", "new", "--answers", str(ROOT / "docs/answers.toml")) == 0, walk.hosted.said
        link = re.findall(rf"{SITE}/desk/begin/\S+/", walk.hosted.said)[0]
        waits = "No administrator has chosen a passkey"
        walk.doctor("on a place that has begun", ends_with=0, says=waits)
        with (
            walk.hosted.up() as port,
            proxy(HOST, port, Path(folder)) as outside,
            browser(AT_A_PROXY, resolving(HOST, outside)) as chromium,
        ):
            control = _people_come_and_find(walk, chromium, link)
        walk.doctor("after the walk", ends_with=0, says="is well", keeps_quiet_of=waits)
    return Outcome(n=walk.steps, failed=len(walk.failed) + len(walk.hosted.failed), control=control)


def _people_come_and_find(walk: Walk, chromium: Browser, link: str) -> bool:
    """All that is done in browsers; whether what must not be found or opened is not."""
    with _device(walk, chromium) as administrator, _device(walk, chromium) as visitor:
        with walk.step("the administrator comes in by the link and a passkey"):
            _come_in(administrator, link, "Begin")
            expect(administrator.get_by_role("heading", level=1)).to_have_text("Place administrator")
        with walk.step("the link lets in once"):
            _is_over(administrator, link)
        with walk.step("a health visitor is invited"):
            _invite(administrator, "Grace Njoroge", VISITOR, VISITING, "Health visitor")
        with walk.step("a coordinator is invited"):
            _invite(administrator, "Tom Bell", COORDINATOR, COUNCIL, "Coordinator")
        with walk.step("the health visitor comes in by her mail and a passkey"):
            invitation = walk.link_to(visitor, VISITOR)
            _come_in(visitor, invitation, "Yes, begin")
            expect(visitor).to_have_url(f"{SITE}/desk/today/")
            _is_over(visitor, invitation)
        _families(walk, visitor)
        with walk.step("she signs out, and in again by her passkey alone"):
            _sign_in_again(visitor)
        with _device(walk, chromium) as coordinator:
            with walk.step("the coordinator comes in by his mail and a passkey"):
                _come_in(coordinator, walk.link_to(coordinator, COORDINATOR), "Yes, begin")
                expect(coordinator.get_by_role("heading", level=1)).to_have_text("Coordinator")
            return _alarm(visitor, administrator, coordinator)


def _families(walk: Walk, visitor: Page) -> None:
    """She begins two families, with their consent, and finds the first by all that a caller may say."""
    with walk.step("without the mother's agreement no record is begun"):
        _begin(visitor, *HER, is_agreed=False)
        expect(visitor.get_by_text("Without agreement").first).to_be_visible()
    for one in (HER, ANOTHER):
        with walk.step(f"{one[0]}'s family is begun"):
            _begin(visitor, *one)
            expect(visitor.get_by_role("heading", level=1)).to_have_text(f"{one[0]} {one[1]}")
    with walk.step("the same family a second time: is it one of these?"):
        _begin(visitor, *HER)
        expect(visitor.get_by_role("heading", name="Is it one of these?")).to_be_visible()
    for what, typed in FINDS_HER.items():
        with walk.step(f"found by {what}"):
            assert _found(visitor, typed) == [f"{HER[0]} {HER[1]}"], typed
            visitor.get_by_role("main").get_by_role("link", name=f"{HER[0]} {HER[1]}").click()
            expect(visitor.get_by_role("heading", level=1)).to_have_text(f"{HER[0]} {HER[1]}")


def _alarm(visitor: Page, administrator: Page, coordinator: Page) -> bool:
    """Whether other words find nobody, another's name finds that one, and who may open no record is kept out."""
    nobody = [_found(visitor, typed) for typed in FINDS_NOBODY] == [[]] * len(FINDS_NOBODY)
    other = _found(visitor, f"{ANOTHER[1]} {ANOTHER[0]}") == [f"{ANOTHER[0]} {ANOTHER[1]}"]
    visitor.get_by_role("main").get_by_role("link", name=ANOTHER[0]).click()
    kept_out = [
        answer.status if (answer := page.goto(path)) else 0
        for page in (administrator, coordinator)
        for path in ("/desk/find/", visitor.url)
    ]
    print(f"  control: nobody by other words {nobody}, the other family by hers {other}, kept out {kept_out}")
    return nobody and other and all(status in (403, 404) for status in kept_out)


@contextmanager
def _device(walk: Walk, chromium: Browser) -> Iterator[Page]:
    """A phone of one person, with passkeys of its own; no page of the walk may fail on it."""
    context = chromium.new_context(base_url=SITE, locale="en-GB", viewport={"width": 390, "height": 844})
    context.set_default_timeout(PATIENCE_MS)
    troubles: list[str] = []
    context.on("response", lambda it: troubles.append(f"{it.status} {it.url}") if it.status >= 500 else None)
    context.on("weberror", lambda it: troubles.append(str(it.error)))
    try:
        yield with_passkeys(context)
    finally:
        context.close()
        with walk.step("no page fails, and no script"):
            assert not troubles, troubles


def _come_in(page: Page, link: str, yes: str) -> None:
    """Open the link, say yes, make a passkey, see the recovery codes, and go to the desk."""
    page.goto(link)
    page.get_by_role("button", name=yes, exact=True).click()
    page.get_by_role("link", name="Add a passkey").or_(page.get_by_role("button", name="Add a passkey")).click()
    page.get_by_label("A name for it").fill("My work phone")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.get_by_role("link", name="Continue").or_(page.get_by_role("button", name="Continue")).click()
    page.get_by_role("link", name="Go to my desk").or_(page.get_by_role("button", name="Go to my desk")).click()


def _is_over(page: Page, link: str) -> None:
    """The link, opened again, offers nothing to begin."""
    before = page.url
    answer = page.goto(link)
    assert answer, link
    assert answer.status == 410, answer.status
    page.goto(before)


def _invite(page: Page, name: str, address: str, organisation: str, role: str) -> None:
    page.goto("/desk/")
    page.get_by_role("main").get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Invite a person").or_(page.get_by_role("button", name="Invite a person")).click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Work e-mail address").fill(address)
    page.get_by_label("Organisation").select_option(label=organisation)
    page.get_by_role("radio", name=role, exact=True).check()
    page.get_by_role("button", name="Send the invitation").click()
    expect(page.get_by_text("The invitation is on its way.")).to_be_visible()


def _begin(page: Page, given: str, name: str, phone: str, language: str, *, is_agreed: bool = True) -> None:
    page.goto("/desk/today/")
    page.get_by_role("link", name="Begin a record for a family").click()
    page.get_by_label("First name").fill(given)
    page.get_by_label("Family name").fill(name)
    page.get_by_label("Mobile number").fill(phone)
    page.get_by_label("Language spoken best").fill(language)
    page.get_by_label("Language read best").fill(language)
    page.get_by_role("checkbox", name="agrees that my organisation").set_checked(is_agreed)
    page.get_by_role("button", name="Begin the record").first.click()


def _found(page: Page, typed: str) -> list[str]:
    """Whose records the one box of the desk offers."""
    page.goto("/desk/today/")
    box = page.get_by_role("search")
    box.get_by_label("Find a family").fill(typed)
    box.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find a family")
    return page.locator(".kith-row a").all_inner_texts()


def _sign_in_again(page: Page) -> None:
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("button", name="Sign out").click()
    page.goto("/desk/today/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(f"{SITE}/desk/today/")
