"""Kith's own lists of terms under the ids that other directories know them by: the same in every place, for ever."""

from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID, uuid5

from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.needs import Need

NAMESPACE = UUID("5f1f6c6e-6f52-5b1c-9d5b-4b697468f00d")


class Vocabulary(StrEnum):
    """A list of terms that Kith describes services by."""

    NEEDS = "needs"
    WAYS = "ways"
    LANGUAGES = "languages"
    FEATURES = "features"


CODES: Mapping[Vocabulary, tuple[str, ...]] = {
    Vocabulary.NEEDS: tuple(Need),
    Vocabulary.WAYS: tuple(Way),
    Vocabulary.FEATURES: tuple(Feature),
}
"""The codes of the lists that are closed; languages are open."""


def taxonomy_id(vocabulary: Vocabulary) -> UUID:
    """The id of one of the lists."""
    return uuid5(NAMESPACE, vocabulary.value)


def term_id(vocabulary: Vocabulary, code: str) -> UUID:
    """The id of a term in one of the lists."""
    return uuid5(NAMESPACE, f"{vocabulary}/{code}")


def row_id(owner: UUID, what: str) -> UUID:
    """The id of a row that hangs on a record: the same whenever it says the same."""
    return uuid5(owner, what)
