"""Who is offered first: the interpreter kept by both sides, then any who fit."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from kith.interpreting.rules.codes import Gender, GenderWish, Mode, Wish
from kith.kernel.ids import InterpreterId


@dataclass(frozen=True)
class Wanted:
    """What the family asked for."""

    language: str
    mode: Mode
    dialect: str = ""
    gender: GenderWish = GenderWish.ANY


@dataclass(frozen=True)
class Offerable:
    """An interpreter as far as choosing needs to know her; ``dialects`` are those of the language asked for."""

    id: InterpreterId
    name: str
    gender: Gender
    languages: frozenset[str]
    modes: frozenset[Mode]
    dialects: frozenset[str] = frozenset()
    is_free: bool = True


@dataclass(frozen=True)
class Past:
    """A booking of the family with an interpreter that took place, and what each side wished for afterwards."""

    interpreter_id: InterpreterId
    at: datetime
    worker: Wish | None = None
    family: Wish | None = None


class Bond(IntEnum):
    """How an interpreter and a family stand to each other; the higher, the sooner she is offered."""

    NONE = 0
    KNOWN = 1
    KEPT_BY_ONE = 2
    KEPT_BY_BOTH = 3


@dataclass(frozen=True)
class Choice:
    """An interpreter who can be offered, and why she stands where she does."""

    interpreter_id: InterpreterId
    name: str
    bond: Bond
    last_at: datetime | None
    speaks_dialect: bool
    is_free: bool

    @property
    def is_same_again(self) -> bool:
        """Whether the family knows the interpreter and neither side asked for another."""
        return self.bond is not Bond.NONE


@dataclass
class _History:
    last_at: datetime
    worker: Wish | None = None
    family: Wish | None = None
    unwanted: bool = field(default=False)


def choices(wanted: Wanted, offerable: Iterable[Offerable], past: Iterable[Past]) -> list[Choice]:
    """The interpreters on offer, in order; none that either side wished never to see again."""
    histories = _histories(past)
    fit = [each for each in offerable if fits(wanted, each)]
    ranked = [
        _choice(wanted, each, histories.get(each.id))
        for each in fit
        if not (each.id in histories and histories[each.id].unwanted)
    ]
    return sorted(
        ranked,
        key=lambda one: (
            not one.is_free,
            -one.bond,
            -(one.last_at.timestamp() if one.last_at else 0),
            not one.speaks_dialect,
            one.name,
            one.interpreter_id,
        ),
    )


def fits(wanted: Wanted, one: Offerable) -> bool:
    """Whether she speaks the language, works in this way and is of the gender asked for."""
    return (
        wanted.language in one.languages
        and wanted.mode in one.modes
        and (wanted.gender is GenderWish.ANY or wanted.gender.value == one.gender.value)
    )


def _histories(past: Iterable[Past]) -> dict[InterpreterId, _History]:
    """What is known of each interpreter: each side's latest word counts, and one wish for another is enough."""
    found: dict[InterpreterId, _History] = {}
    for each in sorted(past, key=lambda booking: booking.at):
        history = found.setdefault(each.interpreter_id, _History(each.at))
        history.last_at = each.at
        history.worker = each.worker or history.worker
        history.family = each.family or history.family
        history.unwanted = Wish.OTHER in (history.worker, history.family)
    return found


def _choice(wanted: Wanted, one: Offerable, history: _History | None) -> Choice:
    return Choice(
        interpreter_id=one.id,
        name=one.name,
        bond=_bond(history),
        last_at=history.last_at if history else None,
        speaks_dialect=bool(wanted.dialect) and wanted.dialect.casefold() in {each.casefold() for each in one.dialects},
        is_free=one.is_free,
    )


def _bond(history: _History | None) -> Bond:
    if history is None:
        return Bond.NONE
    kept = [history.worker, history.family].count(Wish.SAME)
    return (Bond.KNOWN, Bond.KEPT_BY_ONE, Bond.KEPT_BY_BOTH)[kept]
