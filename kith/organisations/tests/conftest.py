"""What tests of the administrator's desk stand on: a second factor that is shown, and the two administrators."""

from collections.abc import Iterator

import pytest

from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from kith.platform.sign_in import sending
from testing.people import worker


@pytest.fixture(autouse=True)
def _second_factor_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)


@pytest.fixture
def letters() -> Iterator[list[sending.Letter]]:
    sent: list[sending.Letter] = []
    before = list(sending._senders)
    sending.register_sender(sent.append)
    yield sent
    sending._senders[:] = before


@pytest.fixture
def place(db: None) -> Viewer:
    return worker(Role.PLACE_ADMIN, name="Pat Place")


@pytest.fixture
def admin(db: None) -> Viewer:
    return worker(Role.ADMIN, name="Ann Admin")
