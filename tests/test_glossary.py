"""If it is not in the glossary it has no name yet."""

import ast
import re
from pathlib import Path

from django.apps import apps

from kith.platform.access.permissions import Permission

GLOSSARY = Path(__file__).resolve().parents[1] / "docs/glossary.md"
ORDINARY_WORDS = {
    "a", "book", "cancel", "see", "own", "record", "give", "register", "manage", "today", "administer", "gallery",
    "feeding", "directory", "named", "outbox", "audit", "insight",
}  # fmt: skip


def words_of_the_glossary() -> set[str]:
    rows = re.findall(r"^\| ([a-z ]+) \|", GLOSSARY.read_text(), flags=re.MULTILINE)
    return {word for row in rows for word in row.split()}


def split(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name)}


def unknown(name: str) -> set[str]:
    known = words_of_the_glossary() | ORDINARY_WORDS
    return {word for word in split(name) if word not in known and word.rstrip("s") not in known}


def test_every_table_is_named_in_the_words_of_the_glossary() -> None:
    tables = [model for model in apps.get_models() if model.__module__.startswith("kith.")]
    assert len(tables) > 4
    assert {model.__name__: unknown(model.__name__) for model in tables if unknown(model.__name__)} == {}


def test_every_permission_is_named_in_the_words_of_the_glossary() -> None:
    assert {each.value: unknown(each.value) for each in Permission if unknown(each.value)} == {}


def test_the_alarm_works() -> None:
    assert unknown("CustomerLead") == {"customer"}


# Words that said little to a midwife or an engineer, and what stands for them now.
ODD_WORDS = {
    "choice": "action",
    "hearing": "search words",
    "successor": "successor",
    "stray": "work without owner",
    "inbox": "inbox",
    "mourning": "bereavement",
    "chaser": "reminder",
    "chasing": "reminding",
    "editor": "editor",
    "standing": "status",
    "looked": "record reads",
}


def odd(source: str) -> set[str]:
    """The odd words among the names of functions, classes and fields."""
    tree = ast.parse(source)
    defined = [each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef | ast.ClassDef)]
    fields = [
        each.target.id
        for each in ast.walk(tree)
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
    ]
    words = {word.rstrip("s") for name in (*defined, *fields) for word in split(name)}
    return words & ODD_WORDS.keys()


def test_no_name_says_an_odd_word() -> None:
    rooms = Path(__file__).resolve().parents[1] / "kith"
    files = [path for path in rooms.rglob("*.py") if not {"tests", "migrations"} & set(path.parts)]
    assert len(files) > 500
    found = {str(path): odd(path.read_text("utf-8")) | (split(path.stem) & ODD_WORDS.keys()) for path in files}
    assert {path: {word: ODD_WORDS[word] for word in words} for path, words in found.items() if words} == {}


def test_the_control_an_odd_word_is_noticed() -> None:
    assert odd("class MergeChange: ...\ndef successor_of(): ...") == {"choice", "successor"}
