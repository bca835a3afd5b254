"""Each kind of address that secrets go to: who keeps it, how a change is proposed, and where the next secret goes."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.test import Client

from kith.families.actions.cards import make_card
from kith.families.actions.people import change_parent
from kith.families.models.card import Card
from kith.families.queries.people import people_of
from kith.families.queries.reach import viewer_for
from kith.families.rules.changes import ParentDetails
from kith.families.rules.trust import CardPart, NewCard
from kith.groups.actions.booking import book_place
from kith.groups.models.bookings import Booking
from kith.groups.rules.places import BookingContact
from kith.groups.tests import world as groups
from kith.interpreting.actions.links import open_interpreter_page, send_interpreter_code
from kith.interpreting.actions.listing import change_interpreter
from kith.interpreting.models.interpreters import Interpreter
from kith.interpreting.models.links import InterpreterKey
from kith.interpreting.tests.world import a_listed, an_interpreter
from kith.kernel.ids import OrganisationId, WayProposalId
from kith.kernel.refusal import Refusal
from kith.messages.models import Message
from kith.messages.tests.fakes import facts_of
from kith.organisations.rules import Role
from kith.platform.access import NotFound
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.platform.sign_in.models import Account
from kith.platform.sign_in.sending import Letter
from kith.referrals.actions.links import open_link, send_link_code
from kith.referrals.tests import referring
from kith.ways.actions.proposing import change_ways
from kith.whats_on.tests import world as dates
from testing.people import KITH, a_family, account_of, organisation, parent_of, worker

HERE = {"sec-fetch-site": "same-origin"}
Letters = list[Letter]


class Case(ABC):
    """One whose ways they are. ``opened`` are things that open by what was sent to the old way."""

    kind: str
    way = "phone"
    old, new = "+447700900123", "+447700900321"

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        self.own: OrganisationId = organisation()
        self.proposer, self.second, self.stranger = (worker(self.role, at=at) for at in (self.own, self.own, None))

    role = Role.COORDINATOR

    @abstractmethod
    def key(self) -> str:
        """Its key."""

    def propose(self, by: Viewer, to: str) -> list[WayProposalId]:
        """Propose that the way becomes another."""
        return change_ways(by=by, kind=self.kind, key=self.key(), **{"phone": "", "email": ""} | {self.way: to})

    @abstractmethod
    def next_goes_to(self) -> list[str]:
        """Where secrets go that are asked for now: of the old way and the new one, each that gets one."""

    @abstractmethod
    def opened(self) -> list[Callable[[], bool]]:
        """Open what can be opened now, and say for each how to see whether it still is."""

    def sent(self, kind: str) -> list[Letter]:
        """The letters of this kind."""
        return [each for each in self.letters if each.kind == kind]

    def token(self) -> str:
        """The secret part of the link that the old way got last."""
        return str(self.sent("way_asked")[-1].facts["link"]).rstrip("/").rpartition("/")[2]

    def code(self) -> str:
        """The code that the new way got last."""
        return self.sent("way_code")[-1].code


class AnInterpreter(Case):
    """Their link and its code."""

    kind = "interpreter"

    def __init__(self, letters: Letters) -> None:
        super().__init__(letters)
        self.id = an_interpreter(at=self.own, name="Ana Ionescu", phone=self.old, email="")

    def key(self) -> str:
        return str(self.id)

    def propose(self, by: Viewer, to: str) -> list[WayProposalId]:
        listed = a_listed(name="Ana Ionescu", phone=to, email="")
        return change_interpreter(by=by, interpreter_id=self.id, listed=listed)

    def next_goes_to(self) -> list[str]:
        send_interpreter_code(by=ANONYMOUS, link=Interpreter.objects.get(pk=self.id).link)
        return [str(self.sent("interpreter_code")[-1].to_phone)]

    def opened(self) -> list[Callable[[], bool]]:
        link = Interpreter.objects.get(pk=self.id).link
        send_interpreter_code(by=ANONYMOUS, link=link)
        key = open_interpreter_page(by=ANONYMOUS, link=link, code=self.sent("interpreter_code")[-1].code)
        assert isinstance(key, str)
        return [
            lambda: is_open(lambda: InterpreterKey.objects.interpreter_behind(key)),
            lambda: is_open(lambda: send_interpreter_code(by=ANONYMOUS, link=link)),
        ]


class AParent(Case):
    """Codes to sign in by, and the links of what was booked."""

    kind, role = "parent", Role.HEALTH_VISITOR

    def __init__(self, letters: Letters) -> None:
        super().__init__(letters)
        self.family_id = a_family(self.own, phone=self.old)
        self.id = people_of(KITH, self.family_id).main.id

    def key(self) -> str:
        return str(self.id)

    def propose(self, by: Viewer, to: str) -> list[WayProposalId]:
        details = ParentDetails("Ana", "Pop", phone=to, is_main=True)
        return change_parent(by=by, family_id=self.family_id, parent_id=self.id, details=details)

    def next_goes_to(self) -> list[str]:
        return asked_for("/en/my/sign-in/", "contact", [self.old, self.new], self.letters)

    def opened(self) -> list[Callable[[], bool]]:
        account, _ = parent_of(self.family_id)
        browser = Client(headers=HERE)
        browser.force_login(account)
        card = NewCard(frozenset({CardPart.NAMES}), days=7)
        made = make_card(by=KITH, family_id=self.family_id, card=card, language="ro", request_key="card")
        session_id = dates.a_session(series_id=dates.a_series(dates.a_service(self.own)))
        order = groups.an_order(session_id, contact=BookingContact("Ana Pop", phone=self.old))
        token = book_place(by=KITH, family_id=self.family_id, order=order).token
        return [
            lambda: viewer_for(account) is not None,
            lambda: browser.get("/en/my/").status_code == 200,
            lambda: Card.objects.filter(pk=made.id, ended_at__isnull=True).exists(),
            lambda: Booking.objects.filter(token=token).exists(),
        ]


class AReferralService(Case):
    """Links to referrals and their codes, for a small group without accounts: the administrators keep its row."""

    kind, role = "receiver", Role.ADMIN

    def __init__(self, letters: Letters) -> None:
        super().__init__(letters)
        self.place = referring.Place.build()
        self.stranger = worker(Role.COORDINATOR)
        self.referral_id = self.place.refer(self.place.family(phone="+447700900777"), self.place.to_group)
        self.old = "+447700900001"

    def key(self) -> str:
        return str(self.place.to_group)

    def propose(self, by: Viewer, to: str) -> list[WayProposalId]:
        return change_ways(by=by, kind=self.kind, key=self.key(), phone=to, email="group@example.invalid")

    def link(self) -> str:
        return str(facts_of("referral_link")["link"]).rstrip("/").rpartition("/")[2]

    def next_goes_to(self) -> list[str]:
        send_link_code(token=self.link())
        return [Message.objects.filter(kind="referral_code").latest("pk").address]

    def opened(self) -> list[Callable[[], bool]]:
        link = self.link()
        send_link_code(token=link)
        code = str(facts_of("referral_code")["code"])
        return [lambda: is_open(lambda: opened_by(link, code))]


class AColleague(Case):
    """The code for a new password."""

    kind, role, way = "account", Role.ADMIN, "email"
    old, new = "ann@example.org", "ann.new@example.org"

    def __init__(self, letters: Letters) -> None:
        super().__init__(letters)
        self.account = account_of(worker(at=self.own, name="Ann Lee"))
        self.account.email = self.old
        self.account.set_password("blue kettle walks slowly")
        self.account.save()

    def key(self) -> str:
        return str(self.account.pk)

    def next_goes_to(self) -> list[str]:
        return asked_for("/desk/sign-in/password/", "email", [self.old, self.new], self.letters)

    def opened(self) -> list[Callable[[], bool]]:
        browser, waiting = Client(headers=HERE), Client(headers=HERE)
        browser.force_login(self.account)
        cache.clear()
        waiting.post("/desk/sign-in/password/", {"email": self.old})
        code = self.letters[-1].code
        return [
            lambda: browser.get("/desk/notices/").status_code == 200,
            lambda: "/new/" in waiting.post("/desk/sign-in/password/code/", {"code": code}).headers.get("Location", ""),
            lambda: Account.objects.get(pk=self.account.pk).check_password("blue kettle walks slowly"),
        ]


CASES: list[type[Case]] = [AnInterpreter, AParent, AReferralService, AColleague]


def is_open(look: Callable[[], Any]) -> bool:
    """Whether this still opens something."""
    try:
        look()
    except (NotFound, Refusal):
        return False
    return True


def opened_by(link: str, code: str) -> None:
    """Open the referral; Refusal where the code opens nothing."""
    if open_link(token=link, code=code) is None:
        raise Refusal("code_wrong")


def asked_for(address: str, field: str, contacts: list[str], letters: Letters) -> list[str]:
    """Ask for a code at each contact, as a visitor; those that were sent one."""
    got = []
    for contact in contacts:
        cache.clear()
        before = len(letters)
        Client(headers=HERE).post(address, {field: contact})
        got += [str(each.to_phone or each.to_email) for each in letters[before:]]
    return got
