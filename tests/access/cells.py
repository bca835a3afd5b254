"""Every cell of the table, asked of the house."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.access.addresses import Address, addresses
from tests.access.table import METHODS, RELATIONS, TABLE, WHO
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

    Each role asks of the family that is theirs; of the other three a third of them, others at the next address. A
    method that an address does not declare the gate refuses before anything is looked up: that is asked once, of the
    gate (test_gate.py). `make proof ONLY=F11` asks every cell.
    """
    for number, address in enumerate(addresses()):
        if number % of != share:
            continue
        asked, some = {*_declared(address)} - {"HEAD"}, set(sorted(WHO)[number % 3 :: 3])
        for cell in cells(address.name):
            if cell.method in asked and (cell.relation == RELATIONS[0] or cell.who in some):
                yield cell


def broken(world: World, asked: Iterator[Cell]) -> tuple[int, list[str]]:
    """How many cells were asked, and which did not answer as promised."""
    count, wrong = 0, []
    for cell in asked:
        count += 1
        status = world.answer(cell.who, cell.method, world.path(cell.address, cell.relation))
        if status != cell.expected:
            wrong.append(f"{cell}: {status}, promised {cell.expected}")
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
