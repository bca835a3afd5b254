"""People who sign in, and the letters they get."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from kith.kernel.ids import AccountId, MembershipId
from kith.platform.access import viewer
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.sign_in import accounts, sending
from kith.platform.sign_in.models import Account
from kith.platform.sign_in.sending import Letter

PASSWORD = "blue kettle walks slowly"


class People:
    """Who works here and who is a parent, as the rooms above would say it."""

    def __init__(self) -> None:
        self.staff: set[str] = set()
        self.parents: set[str] = set()

    def viewer(self, account: Account) -> Viewer | None:
        """Who the account is."""
        if account.email in self.staff:
            return Viewer(
                ViewerKind.STAFF,
                account_id=AccountId(account.pk),
                membership_id=MembershipId(1),
                name="Ann",
                role="midwife",
                permissions=frozenset({Permission.SEE_TODAY}),
            )
        if {account.email, account.phone} & self.parents:
            return Viewer(ViewerKind.PARENT, account_id=AccountId(account.pk), name="Ioana", role="parent")
        return None

    def midwife(self, email: str = "ann@example.org", *, password: str | None = PASSWORD) -> Account:
        """A midwife with a password."""
        self.staff.add(email)
        return Account.objects.create_user(email=email, password=password)


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> People:
    """The people of the test; a parent is known by her contact as soon as it is in ``parents``."""
    made = People()
    monkeypatch.setattr(viewer, "_sources", [made.viewer])
    monkeypatch.setattr(accounts, "_rooms", [lambda phone, email: bool({phone, email} & made.parents)])
    return made


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[Letter]:
    """The codes that were sent."""
    sent: list[Letter] = []
    monkeypatch.setattr(sending, "_senders", [sent.append])
    return sent


@pytest.fixture(autouse=True)
def _no_attempts_yet(db: None) -> None:
    cache.clear()


@pytest.fixture
def strict(settings: Any) -> None:
    """A place that is no demonstration."""
    settings.KITH = settings.KITH.model_copy(update={"demonstration": False})


@pytest.fixture
def sign_in(client: Client) -> Callable[..., Any]:
    """Enter e-mail address and password."""

    def enter(email: str = "ann@example.org", password: str = PASSWORD, **more: str) -> Any:
        return client.post("/desk/sign-in/", {"login": email, "password": password, **more})

    return enter
