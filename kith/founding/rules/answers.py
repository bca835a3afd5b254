"""The answers from which a place is made: every fault is found before anything is made, with what to do. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from kith.founding.rules.fault_words import words_of
from kith.kernel.choices import DECLARED, PlaceSetting, place
from kith.kernel.choices.reading import value_of
from kith.kernel.contrast import JOBS, too_close
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.kernel.refusal import Refusal
from kith.organisations.rules import OrganisationKind
from kith.places.facts.authorities import UnknownArea, all_present

LONGEST_NAME = 120
MAILBOX = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
SETTINGS: Mapping[str, Mapping[str, PlaceSetting[Any]]] = {
    "colours": {"brand": place.BRAND, "button": place.BUTTON, "link": place.LINK},
    "messages": {"provider": place.MESSAGES},
    "maternity": {
        "name": place.MATERNITY_NAME,
        "phone": place.MATERNITY_PHONE,
        "from_week": place.MATERNITY_FROM_WEEK,
        "page": place.MATERNITY_PAGE,
    },
    "safeguarding": {"name": place.SAFEGUARDING_NAME, "phone": place.SAFEGUARDING_PHONE},
    "programme": {"hubs": place.HUBS, "babies": place.BABIES, "receives_money": place.RECEIVES_MONEY},
}
PARTS = ("name", "areas", "languages", *SETTINGS, "settings", "organisations", "administrator")


@dataclass(frozen=True)
class AnswerFault:
    """What is wrong in the answers: where it stands, what it is, and what to do."""

    where: str
    what: str
    to_do: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.to_do}"


@dataclass(frozen=True)
class NewOrganisation:
    """An organisation of the place, and its teams."""

    name: str
    kind: OrganisationKind
    teams: tuple[str, ...] = ()


@dataclass(frozen=True)
class FirstAdministrator:
    """The person who comes in first, and the organisation they work for."""

    name: str
    email: str
    organisation: str


@dataclass(frozen=True)
class Beginning:
    """Everything a place begins with; only answers without a fault become one."""

    name: str
    areas: tuple[str, ...]
    values: Mapping[str, object]
    organisations: tuple[NewOrganisation, ...]
    administrator: FirstAdministrator


@dataclass
class _Reading:
    """The faults found so far, and the settings that were read."""

    faults: list[AnswerFault] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)

    def fault(self, where: str, what: str, to_do: str) -> None:
        self.faults.append(AnswerFault(where, what, to_do))

    def strange(self, where: str, given: Iterable[str], known: Iterable[str]) -> None:
        for each in sorted(set(given) - set(known)):
            close = get_close_matches(each, list(known), n=1, cutoff=0.5)
            meant = f"Did you mean {close[0]}?" if close else f"Leave it out; there are {', '.join(known)}."
            self.fault(f"{where}{each}", "is not asked for", meant)

    def take(self, where: str, setting: PlaceSetting[Any], given: object) -> None:
        try:
            value = value_of(setting, given)
        except Refusal as refusal:
            self.fault(where, *words_of(refusal, given))
            return
        if value != "":
            self.values[setting.key] = value


def read_answers(given: Mapping[str, Any]) -> Beginning | list[AnswerFault]:
    """What the place begins with, or every fault of the answers at once."""
    reading = _Reading()
    reading.strange("", given, PARTS)
    name, areas = _name(reading, given), _areas(reading, given)
    for read in (_languages, _settings, _colours, _maternity):
        read(reading, given)
    organisations = tuple(_organisations(reading, given))
    administrator = _administrator(reading, given, [each.name for each in organisations])
    if reading.faults or administrator is None:
        return reading.faults
    return Beginning(name, areas, reading.values, organisations, administrator)


def _name(reading: _Reading, given: Mapping[str, Any]) -> str:
    name = _words(given.get("name"))
    if not name or len(name) > LONGEST_NAME:
        reading.fault("name", "the place's name is missing or too long", 'Write it as people say it: name = "Luton"')
    else:
        reading.take("name", place.NAME, name)
    return name


def _areas(reading: _Reading, given: Mapping[str, Any]) -> tuple[str, ...]:
    codes = given.get("areas")
    if not isinstance(codes, list) or not codes:
        reading.fault("areas", "no area is named", 'Write the official codes: areas = ["E06000042"]')
        return ()
    for code in codes:
        try:
            all_present([str(code)])
        except UnknownArea as unknown:
            reading.fault("areas", str(unknown), "Correct it.")
    return tuple(map(str, codes))


def _languages(reading: _Reading, given: Mapping[str, Any]) -> None:
    known = {language.code: language.english_name for language in INTERFACE_LANGUAGES}
    codes = given.get("languages", [])
    if not isinstance(codes, list) or ENGLISH.code not in codes:
        reading.fault("languages", "English is missing", 'Write at least languages = ["en"]')
        return
    if unknown := [str(code) for code in codes if code not in known]:
        there = ", ".join(f"{code} ({name})" for code, name in known.items())
        reading.fault("languages", f"{', '.join(unknown)}: Kith has no pages in this language", f"There are {there}.")
        return
    reading.take("languages", place.LANGUAGES, codes)


def _settings(reading: _Reading, given: Mapping[str, Any]) -> None:
    for part, known in SETTINGS.items():
        table = _table(reading, given, part)
        reading.strange(f"{part}.", table, known)
        for name, setting in known.items():
            if name in table:
                reading.take(f"{part}.{name}", setting, table[name])
    own = _table(reading, given, "settings")
    reading.strange("settings.", own, DECLARED)
    for key in sorted(own.keys() & DECLARED.keys()):
        reading.take(f"settings.{key}", DECLARED[key], own[key])


def _colours(reading: _Reading, _given: Mapping[str, Any]) -> None:
    chosen = {job: str(reading.values[f"colour.{job}"]) for job in JOBS if f"colour.{job}" in reading.values}
    for pair in too_close(chosen):
        reading.fault(f"colours.{pair.job}", pair.words, "Choose a darker colour, or leave it out for Kith's own.")


def _maternity(reading: _Reading, given: Mapping[str, Any]) -> None:
    if not _words(_mapping(given.get("maternity")).get("phone")):
        reading.fault(
            "maternity.phone",
            "the maternity unit's number for day and night is missing",
            "Without it parents are sent to 111 and 999. Write it like 01908 996 471.",
        )


def _organisations(reading: _Reading, given: Mapping[str, Any]) -> Iterator[NewOrganisation]:
    rows = given.get("organisations")
    if not isinstance(rows, list) or not rows:
        reading.fault("organisations", "none is named", "Name at least the one that the first administrator works for.")
        return
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        if found := _organisation(reading, f"organisations {number}", _mapping(row), seen):
            yield found


def _organisation(reading: _Reading, where: str, row: Mapping[str, Any], seen: set[str]) -> NewOrganisation | None:
    before = len(reading.faults)
    reading.strange(f"{where}: ", row, ("name", "kind", "teams"))
    name, kind, teams = _words(row.get("name")), str(row.get("kind", "")), row.get("teams", [])
    if not name or len(name) > LONGEST_NAME:
        reading.fault(where, "its name is missing or too long", 'Write name = "…"')
    elif name.casefold() in seen:
        reading.fault(where, f"{name} stands here twice", "Leave one of them out.")
    seen.add(name.casefold())
    if kind not in set(OrganisationKind):
        known = ", ".join(OrganisationKind)
        reading.fault(where, f"kind {kind!r} is none", f"There are {known}.")
    _teams(reading, where, teams)
    if len(reading.faults) > before:
        return None
    return NewOrganisation(name, OrganisationKind(kind), tuple(map(_words, teams)))


def _teams(reading: _Reading, where: str, teams: object) -> None:
    if not isinstance(teams, list) or not all(_words(each) for each in teams):
        reading.fault(where, "teams is not a list of names", 'Write teams = ["Central team"], or leave it out.')
    elif len({_words(each).casefold() for each in teams}) < len(teams):
        reading.fault(where, "a team stands here twice", "Leave one of them out.")


def _administrator(reading: _Reading, given: Mapping[str, Any], organisations: list[str]) -> FirstAdministrator | None:
    row, where = _mapping(given.get("administrator")), "administrator"
    reading.strange(f"{where}.", row, ("name", "email", "organisation"))
    name, email, at = (_words(row.get(part)) for part in ("name", "email", "organisation"))
    if not name:
        reading.fault(f"{where}.name", "is missing", "Write the name that colleagues know.")
    if not MAILBOX.fullmatch(email):
        reading.fault(
            f"{where}.email", f"{email!r} is no e-mail address", "Write the work address: codes are sent there."
        )
    if at not in organisations:
        reading.fault(
            f"{where}.organisation", f"{at!r} is none of the organisations", "Write its name as it stands above."
        )
    return FirstAdministrator(name, email.lower(), at) if name and at in organisations else None


def _table(reading: _Reading, given: Mapping[str, Any], part: str) -> Mapping[str, Any]:
    if part in given and not isinstance(given[part], Mapping):
        reading.fault(part, "is not a table", f"Write [{part}] on a line of its own, and its answers below.")
    return _flat(_mapping(given.get(part))) if part == "settings" else _mapping(given.get(part))


def _flat(given: Mapping[str, Any]) -> dict[str, Any]:
    """``[settings.tasks] late_after_days`` and ``"tasks.late_after_days"`` are the same."""
    flat: dict[str, Any] = {}
    for name, value in given.items():
        flat |= {f"{name}.{key}": each for key, each in value.items()} if isinstance(value, Mapping) else {name: value}
    return flat


def _mapping(given: object) -> Mapping[str, Any]:
    return given if isinstance(given, Mapping) else {}


def _words(given: object) -> str:
    return " ".join(given.split()) if isinstance(given, str) else ""
