"""A copy as a page to read in her language, and as a file for machines."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext

from kith.platform.ui import formats
from kith.rights.actions.gathering import AnotherParent, CopyPart, DataCopy, StaffMember
from kith.rights.wording.columns import LABELS, LANGUAGES, PHONES, TITLES, code_words


@dataclass(frozen=True)
class ReadablePart:
    """One part of the page: a heading, and each row as its columns in words."""

    title: str
    rows: tuple[tuple[tuple[str, str], ...], ...]


def readable(copy: DataCopy) -> tuple[ReadablePart, ...]:
    """The parts in the words of the language in force."""
    return tuple(
        ReadablePart(
            str(TITLES.get(part.table, part.table)),
            tuple(tuple((_label(name), _words(part.table, name, row[name])) for name in row) for row in part.rows),
        )
        for part in copy.parts
    )


def machine_readable(copy: DataCopy) -> str:
    """The same as JSON: tables and columns by the names that the database has for them, codes as they are."""
    looks = [{"at": row.at, "by": _reader(row.by), "reason": row.reason or ""} for row in copy.reads]
    data = {
        "made_at": copy.made_at,
        "tables": {part.table: _plain_rows(part) for part in copy.parts},
        "who_has_opened_the_record": looks,
    }
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def _plain_rows(part: CopyPart) -> list[dict[str, Any]]:
    return [{name: _plain(value) for name, value in row.items()} for row in part.rows]


def _plain(value: object) -> object:
    if isinstance(value, StaffMember):
        return {"role": value.role, "organisation": value.organisation}
    return "another parent" if isinstance(value, AnotherParent) else value


def _reader(card: Any) -> dict[str, str] | None:
    return {"role": card.role_name, "organisation": card.organisation.name} if card else None


def _label(column: str) -> str:
    last = column.rpartition("__")[2]
    return str(LABELS.get(last, last))


def _words(table: str, path: str, value: Any) -> str:
    """A value in words: what belongs to another parent, days and instants, yes and no, lists, texts."""
    if isinstance(value, list | tuple):
        return ", ".join(_words(table, path, each) for each in value)
    column = path.rpartition("__")[2]
    written = next((write(value) for kind, write in _WRITTEN if isinstance(value, kind)), None)
    if written is not None:
        return written
    return _of_texts(table, column, value) if isinstance(value, dict) else _text(table, column, value)


# The first that fits: an instant is a day, too, and yes is a number.
_WRITTEN: Sequence[tuple[type, Callable[[Any], str]]] = (
    (AnotherParent, lambda _value: gettext("Another parent of this record")),
    (bool, lambda value: gettext("Yes") if value else gettext("No")),
    (datetime, lambda value: f"{formats.date(value, 'medium')}, {formats.time(value)}"),
    (date, lambda value: formats.date(value, "medium")),
    (time, formats.time),
)


def _of_texts(table: str, column: str, value: dict[str, Any]) -> str:
    """Texts by language, of which the reader's is taken; else answers by question."""
    if all(isinstance(each, str) for each in value.values()) and "en" in value:
        return str(value.get(formats.active_locale().language, value["en"]))
    return "; ".join(f"{name}: {_words(table, column, each)}" for name, each in value.items())


def _text(table: str, column: str, value: object) -> str:
    text = str(value)
    if column in LANGUAGES:
        return formats.language(text)
    if column in PHONES:
        return formats.phone(text)
    said = code_words(table, column, text)
    return said or (text.replace("_", " ") if isinstance(value, StrEnum) else text)
