"""What a table holds of people: whose each column is, how long rows are kept, how a row leads to a family. Pure.

Each room declares its own tables in its ``privacy.py``; a test fails for a column that no room declares.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Privacy(StrEnum):
    """Whose a column is, which decides whether it stands in a parent's copy of the data."""

    HERS = "hers"
    """Of the family: it stands in the copy."""
    STAFF = "staff"
    """Who at work it was: in the copy by role and organisation alone."""
    OTHERS = "others"
    """Of a person outside the family, or of a relative who has not asked: never in the copy."""
    GUARDED = "guarded"
    """Of the family, and held back by law, because to tell it could put a person in danger."""
    OPENS = "opens"
    """What opens something: tokens, codes and their digests."""
    INNER = "inner"
    """Of the machinery: it says nothing of a person that another column does not say."""


class Keep(StrEnum):
    """How long the rows of a table are kept."""

    RECORD = "record"
    """As long as the family's record; each organisation's records manager says how long."""
    LINK = "link"
    """Until what it opens is used, ended or over: days."""
    WORK = "work"
    """As long as what the person at work has signed."""
    AUDIT = "audit"
    """As long as the record it tells of: who read and wrote it."""
    REQUEST = "request"
    """Two years after the answer (kith.rights.rules.clocks)."""
    ACCOUNT = "account"
    """As long as the account is used."""


@dataclass(frozen=True)
class Held:
    """One table: whose its columns are, and the way from a row to its family, its account or its parents.

    ``is_confided``: told by one parent, or found with them; it stands in the copy of the family's first parent alone,
    for another parent of the same record may be the one who must not read it.
    """

    keep: Keep
    columns: Mapping[str, Privacy]
    family: str = ""
    account: str = ""
    parent: str = ""
    is_confided: bool = False

    @property
    def is_reached(self) -> bool:
        """Whether a row leads to a family, an account or a parent."""
        return bool(self.family or self.account or self.parent)

    def of(self, *classes: Privacy) -> tuple[str, ...]:
        """The columns of these classes, in the order in which they are declared."""
        return tuple(column for column, privacy in self.columns.items() if privacy in classes)


def held(
    keep: Keep,
    *,
    family: str = "",
    account: str = "",
    parent: str = "",
    is_confided: bool = False,
    **columns: str,
) -> Held:
    """Declare a table; columns are named by class: ``hers="name born_on"``, ``staff="membership"``.

    The table's own number, and the keys by which a row leads to its family or account, are inner without being named.
    """
    keys = [path.partition("__")[0] for path in (family, account) if path != "pk"]
    named = {column: Privacy(privacy) for privacy, line in columns.items() for column in line.split()}
    inner = dict.fromkeys(filter(None, ("id", *keys)), Privacy.INNER)
    return Held(keep, inner | named, family, account, parent, is_confided)


Declared = Mapping[str, Held]
"""The tables of one room, by their names in the database."""
