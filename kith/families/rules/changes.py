"""What is changed on a record afterwards, one group of questions at a time, and what of it cannot be."""

from dataclasses import dataclass, replace
from datetime import date, time

from kith.families.rules.checks import check_baby, check_parent
from kith.families.rules.codes import ETHNICITY_NOT_KNOWN, AccessNeed, BirthPlace, InterpreterNeed, Relation
from kith.families.rules.entries import NewAddress, NewBaby, NewParent
from kith.kernel.refusal import Refusal


@dataclass(frozen=True)
class ParentDetails:
    """Who a parent or carer is and how to reach her."""

    given_name: str
    family_name: str = ""
    relation: Relation = Relation.PARENT
    born_on: date | None = None
    phone: str = ""
    email: str = ""
    ethnicity: str = ETHNICITY_NOT_KNOWN
    nhs_number: str = ""
    is_main: bool = False


@dataclass(frozen=True)
class Needs:
    """The languages a parent speaks and reads, and what else they need."""

    speaks: str
    reads: str
    interpreter_need: InterpreterNeed = InterpreterNeed.NOT_ASKED
    access_needs: frozenset[AccessNeed] = frozenset()
    access_words: str = ""


@dataclass(frozen=True)
class BirthDetails:
    """How and where a baby was born. The day is asked when the birth is recorded."""

    name: str = ""
    birth_time: time | None = None
    birth_place: BirthPlace | None = None
    birth_weight_g: int | None = None
    gestation_days: int | None = None
    nhs_number: str = ""


def check_details(details: ParentDetails, *, today: date) -> Refusal | None:
    """Say what cannot be about a parent, or None."""
    return check_parent(NewParent(**vars(details)), today)


def check_needs(needs: Needs) -> Refusal | None:
    """Say what cannot be about a parent's languages and needs, or None."""
    return check_parent(NewParent("-", "", **vars(needs)), date.max)


def check_birth_details(details: BirthDetails, *, born_on: date, today: date) -> Refusal | None:
    """Say what cannot be about a birth, or None."""
    return check_baby(NewBaby(born_on, **vars(details)), today)


def may_move(address: NewAddress, *, lives_there_since: date | None, today: date) -> Refusal | None:
    """Why a family cannot have moved to this address on that day, or None."""
    if address.from_on is None or address.from_on > today:
        return Refusal("moves_in_future")
    if lives_there_since and address.from_on < lives_there_since:
        return Refusal("moved_before", since=lives_there_since)
    return None


def without_surroundings(details: ParentDetails) -> ParentDetails:
    """The details without spaces around the names, and the e-mail in small letters."""
    return replace(
        details,
        given_name=details.given_name.strip(),
        family_name=details.family_name.strip(),
        email=details.email.strip().lower(),
    )
