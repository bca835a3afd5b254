"""Every cell of the table, asked of the house."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpResponse

from kith.organisations.roles import permissions_of
from kith.organisations.rules import Role
from kith.platform.access.permissions import Audience
from tests.access.addresses import Address, addresses
from tests.access.table import METHODS, RELATIONS, STAFF, TABLE, WHO
from tests.access.world import World


@dataclass(frozen=True)
class Cell:
    """One question: who asks what of which record, and what the table promises."""

    address: Address
    who: str
    method: str
    relation: str

    @property
    def expected(self) -> int:
        """The promised status."""
        return TABLE[self.address.name].expected(self.who, self.method, self.relation)

    def __str__(self) -> str:
        return f"{self.method} {self.address.name} ({self.relation}) as {self.who}"


def cells(only: str = "") -> Iterator[Cell]:
    """All questions about addresses that the table knows, or about the one of this name."""
    for address in addresses():
        if address.name not in TABLE or only not in ("", address.name):
            continue
        relations = RELATIONS if TABLE[address.name].reach else RELATIONS[:1]
        for method in METHODS:
            # A refused method is refused before anything is looked up: one relation says as much as four.
            for relation in relations if method in _declared(address) else relations[:1]:
                yield from (Cell(address, who, method, relation) for who in sorted(WHO))


def telling_cells(share: int, of: int) -> Iterator[Cell]:
    """One share of the telling questions: each reading and each writing that an address declares.

    Each role asks of the family that is theirs; of the other three a third of them, others at the next address. Of the
    roles that the gate itself sends away one asks, another at the next address: the gate's word on every role is asked
    without a page (`gate_says`). What is open to all is asked by a stranger, a parent and a third of the roles.
    `make proof ONLY=F11` asks every cell.
    """
    for number, address in enumerate(addresses()):
        if number % of != share:
            continue
        asked, some = {*_declared(address)} - {"HEAD"}, set(sorted(WHO)[number % 3 :: 3])
        own, others = _split(cell for cell in cells(address.name) if cell.method in asked)
        if address.rule is not None and address.rule.audience is Audience.PUBLIC:
            own = [cell for cell in own if cell.who in some or cell.who not in STAFF]
        yield from (cell for cell in own if gate_says(cell) is None)
        for method in sorted(asked):
            sent_away = [cell for cell in own if cell.method == method and gate_says(cell) is not None]
            yield from sent_away[number % len(sent_away) :][:1] if sent_away else ()
        yield from (cell for cell in others if cell.who in some and gate_says(cell) is None)


def _split(asked: Iterable[Cell]) -> tuple[list[Cell], list[Cell]]:
    """The cells about what is theirs, and those about what is another's."""
    own: list[Cell] = []
    others: list[Cell] = []
    for cell in asked:
        (own if cell.relation == RELATIONS[0] else others).append(cell)
    return own, others


def gate_says(cell: Cell) -> int | None:
    """The status by which the gate sends a role away before any view is asked; None where it lets the role in.

    What a visitor or a parent is told depends on more than their permissions: they are let through to be asked.
    """
    rule = cell.address.rule
    if rule is None or cell.method not in _declared(cell.address) or cell.who not in STAFF:
        return None
    if rule.audience is Audience.DEMONSTRATION:
        return None
    if rule.audience is Audience.PARENT:
        return 404
    return 403 if rule.needs and rule.needs not in permissions_of(Role(cell.who), ()) else None


def broken(
    world: World, asked: Iterator[Cell], look: Callable[[Cell, HttpResponse], None] = lambda _cell, _answer: None
) -> tuple[int, list[str]]:
    """How many cells were asked, and which did not answer as promised; ``look`` is given each answer too."""
    count, wrong = 0, []
    for cell in asked:
        count += 1
        answer = world.asked(cell.who, cell.method, world.path(cell.address, cell.relation))
        if answer.status_code != cell.expected:
            wrong.append(f"{cell}: {answer.status_code}, promised {cell.expected}")
        look(cell, answer)
    return count, wrong


def undeclared() -> list[str]:
    """Addresses that declare no rule, or stand in no row of the table; and rows without an address."""
    known = addresses()
    without_rule = [f"{each.pattern}: declares no audience" for each in known if each.rule is None]
    without_row = [f"{each.name}: not in the table" for each in known if each.name not in TABLE]
    without_address = [f"{name}: no such address" for name in TABLE.keys() - {each.name for each in known}]
    return without_rule + without_row + without_address


def _declared(address: Address) -> tuple[str, ...]:
    methods = address.rule.methods if address.rule else ()
    return (*methods, "HEAD") if "GET" in methods else methods
