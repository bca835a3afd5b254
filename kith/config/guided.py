"""The questions of `kith place new` at a terminal; each answer is checked as it is given, and all at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kith.founding.rules.answers import AnswerFault, Beginning, read_answers
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.organisations.rules import OrganisationKind

Ask = Callable[[str], str]
Say = Callable[[str], None]
LANGUAGES = ", ".join(f"{language.code} {language.english_name}" for language in INTERFACE_LANGUAGES)
KINDS = ", ".join(OrganisationKind)


def ask_for_answers(ask: Ask = input, say: Say = print) -> Beginning | list[AnswerFault]:
    """Ask for everything a place begins with; a faulty answer is said at once and asked for again."""
    say("A place begins. Answer each question and press Enter; Ctrl-C makes nothing.\n")
    given: dict[str, Any] = {}
    asked = _Asking(ask, say, given)
    asked.one("name", "What is the place called?")
    asked.many("areas", "Official codes of its local authorities, with spaces between (like E06000042)")
    asked.many("languages", f"Languages of its pages ({LANGUAGES})", default="en")
    for name, words in (("brand", "foot of the page"), ("button", "buttons"), ("link", "links")):
        asked.one(f"colours.{name}", f"Colour of {words}, like #5b2150 (Enter: Kith's own)", is_needed=False)
    asked.one("messages.provider", "How do messages leave? mail-and-notify or mail", default="mail")
    asked.one("maternity.name", "What is its maternity unit called?", is_needed=False)
    asked.one("maternity.phone", "The maternity unit's number, day and night")
    given["organisations"] = _organisations(asked)
    names = [each["name"] for each in given["organisations"]]
    asked.one("administrator.name", "Who is the first administrator?")
    asked.one("administrator.email", "Their work e-mail address")
    asked.one("administrator.organisation", "Which organisation do they work for?", default=names[0])
    return read_answers(given)


class _Asking:
    """One question after another, each until its own part of the answers has no fault."""

    def __init__(self, ask: Ask, say: Say, given: dict[str, Any]) -> None:
        self.ask, self.say, self.given = ask, say, given

    def one(self, where: str, words: str, *, default: str = "", is_needed: bool = True) -> str:
        return str(self._until_right(where, words, default, lambda text: text, is_needed=is_needed))

    def many(self, where: str, words: str, *, default: str = "") -> None:
        self._until_right(where, words, default, lambda text: text.replace(",", " ").split(), is_needed=True)

    def _until_right(self, where: str, words: str, default: str, made: Callable[[str], Any], *, is_needed: bool) -> Any:
        while True:
            typed = self.ask(f"{words}{f' [{default}]' if default else ''}: ").strip() or default
            if not typed and not is_needed:
                return ""
            self._put(where, made(typed))
            wrong = [fault for fault in _faults(self.given) if fault.where == where]
            if not wrong:
                return made(typed)
            for fault in wrong:
                self.say(f"  {fault.what}. {fault.to_do}")

    def _put(self, where: str, value: Any) -> None:
        part, _, name = where.partition(".")
        if name:
            self.given.setdefault(part, {})[name] = value
        else:
            self.given[part] = value


def _organisations(asked: _Asking) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    while True:
        another = "Another organisation? Its name (Enter: no more)"
        name = asked.ask(f"{another if rows else 'The name of its first organisation'}: ").strip()
        if not name and rows:
            return rows
        kind = asked.ask(f"What is it? {KINDS}: ").strip()
        teams = asked.ask("Its teams, with commas between (Enter: none): ")
        row = {"name": name, "kind": kind, "teams": [each.strip() for each in teams.split(",") if each.strip()]}
        wrong = [fault for fault in _faults({"organisations": [*rows, row]}) if fault.where.startswith("organisations")]
        if not wrong:
            rows.append(row)
        for fault in wrong:
            asked.say(f"  {fault.what}. {fault.to_do}")


def _faults(given: Mapping[str, Any]) -> list[AnswerFault]:
    found = read_answers(given)
    return found if isinstance(found, list) else []
