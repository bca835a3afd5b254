"""Contacts, in the timeline: who, how, and in whose words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.contacts.queries.contacts import ContactRow, contacts_of
from kith.contacts.rules.contacts import HowWeTalked
from kith.contacts.wording.contacts import CONTACT_KINDS, CONTACT_PLACES, HOW_WE_TALKED, OFFERS, TALK_REASONS
from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment
from kith.kernel.ids import MembershipId
from kith.platform.access.permissions import Permission
from kith.platform.ui import formats


@dataclass(frozen=True)
class Contacts:
    """The contacts, and who could correct her own."""

    rows: tuple[ContactRow, ...]
    corrector: MembershipId | None


def read(opened: Opened) -> Contacts:
    """The family's contacts; only a viewer who may record can correct."""
    me = opened.viewer.membership_id if opened.may(Permission.RECORD_CONTACT) else None
    return Contacts(contacts_of(opened.viewer, opened.id), me)


def moments(it: Contacts) -> Iterator[Moment]:
    """Each contact when it was; those since corrected stay."""
    for row in it.rows:
        lines = [_minutes(row), _talk(row), *_offers(row), row.entry.note]
        is_mine = row.is_current and row.by.id == it.corrector
        yield Moment(
            at=row.entry.at,
            title=_title(row),
            lines=tuple(line for line in lines if line),
            is_corrected=not row.is_current,
            link=(_("Correct this contact"), reverse("correct-contact", args=[row.id])) if is_mine else None,
        )


def _title(row: ContactRow) -> str:
    said = {"kind": CONTACT_KINDS[row.entry.kind], "name": row.by.name, "role": row.by.role_name}
    return _("%(kind)s: %(name)s, %(role)s") % said


def _minutes(row: ContactRow) -> str:
    place = str(CONTACT_PLACES[row.entry.place]) if row.entry.place else ""
    minutes = row.entry.minutes
    spent = ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes} if minutes else ""
    return ", ".join(part for part in (place, spent) if part)


def _talk(row: ContactRow) -> str:
    how = row.entry.talk.how
    words = str(HOW_WE_TALKED[how]) if how is not HowWeTalked.HER_LANGUAGE else formats.language(row.speaks)
    reason = row.entry.talk.reason
    return f"{words} ({TALK_REASONS[reason]})" if reason else words


def _offers(row: ContactRow) -> Iterator[str]:
    yield from sorted(str(OFFERS[offer]) for offer in row.entry.offered)
