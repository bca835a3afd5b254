"""Contacts as they are loaded with the rest of a family's past."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kith.contacts.models.contacts import Contact
from kith.contacts.rules.contacts import ContactEntry, may_record_contact
from kith.families.rules.codes import InterpreterNeed
from kith.imports.copying import Cells, Tables
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId


@dataclass(frozen=True)
class NewContact:
    """A contact that was written down as it was; its people are taken to belong to the family."""

    family_id: FamilyId
    membership_id: MembershipId
    entry: ContactEntry
    speaks: str = "en"
    interpreter_need: InterpreterNeed = InterpreterNeed.NOT_ASKED


def contact_row(new: NewContact) -> Iterator[Cells]:
    """The row of a contact; Refusal where it cannot be one."""
    entry, now = new.entry, clock.now()
    refusal = may_record_contact(entry, now=now, parents=entry.parent_ids, babies=entry.baby_ids, oldest=None)
    if refusal:
        raise refusal
    yield {
        "family_id": new.family_id,
        "membership_id": new.membership_id,
        "at": entry.at,
        "kind": entry.kind,
        "place": entry.place or "",
        "minutes": entry.minutes,
        "parent_ids": _array(map(str, entry.parent_ids)),
        "baby_ids": _array(map(str, entry.baby_ids)),
        "speaks": new.speaks,
        "interpreter_need": new.interpreter_need,
        "how_we_talked": entry.talk.how,
        "talk_reason": entry.talk.reason or "",
        "offered": _array(entry.offered),
        "note": entry.note.strip(),
        "recorded_at": entry.at,
        "is_current": True,
    }


def _array(codes: Iterable[str]) -> str:
    """An array as COPY takes it; ids and codes need no quotes."""
    return f"{{{','.join(sorted(codes))}}}"


TABLES: dict[type[Any], Tables] = {NewContact: ((Contact, contact_row),)}
