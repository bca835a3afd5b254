"""Every page of the house, asked once of the small world by one who is let in, and every form sent in empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kith.organisations.rules import Role
from tests.access.addresses import Address, addresses
from tests.access.table import ANONYMOUS, PARENT, TABLE, WHO
from tests.access.world import World

# Whoever sees most of a page asks for it.
FIRST_ASKED = (ANONYMOUS, PARENT, Role.COORDINATOR, Role.HEALTH_VISITOR, Role.FEEDING_LEAD, Role.PLACE_ADMIN)
ORDER = (*FIRST_ASKED, *sorted(WHO - set(FIRST_ASKED)))
# What these show depends most on who looks.
OWN_TO_A_ROLE = frozenset({"desk", "today", "family"})


@dataclass(frozen=True)
class Look:
    """One page as one person sees it: by a reading, or after an empty form was sent there."""

    address: Address
    who: str
    method: str

    def __str__(self) -> str:
        return f"{self.method} {self.address.name} as {self.who}"


def looks() -> Iterator[Look]:
    """One look at each page and at each form sent in empty; a few pages are looked at by all who may."""
    for address in addresses():
        row = TABLE[address.name]
        for method, shown in (("GET", {200}), ("POST", {200, 422})):
            let_in = [str(who) for who in ORDER if row.expected(who, method, "own") in shown]
            for who in let_in if address.name in OWN_TO_A_ROLE else let_in[:1]:
                yield Look(address, who, method)


def shown(world: World, look: Look, language: str) -> str:
    """The page in this language; nothing where the answer is no page."""
    path = world.path(look.address, language=language)
    answer = world.asked(look.who, look.method, path, {"accept-language": language})
    is_page = answer.status_code in (200, 422) and answer["Content-Type"].startswith("text/html")
    return answer.content.decode() if is_page and not answer.streaming else ""
