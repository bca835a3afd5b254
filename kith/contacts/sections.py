"""What contacts bring to shared pages: each conversation in the timeline, and how often it was one person."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.contacts.queries.contacts import ContactRow, contacts_of
from kith.contacts.queries.continuity import continuity_of
from kith.contacts.rules.contacts import HowWeTalked
from kith.contacts.wording.contacts import CONTACT_KINDS, CONTACT_PLACES, HOW_WE_TALKED, OFFERS, TALK_REASONS
from kith.contacts.wording.continuity import continuity_words
from kith.families.context import FamilyContext, Moment, Section
from kith.kernel.ids import MembershipId
from kith.platform.access.permissions import Permission
from kith.platform.ui import formats
from kith.platform.ui.sections import PageLink


@dataclass(frozen=True)
class Contacts:
    """The contacts, and who could correct her own."""

    rows: tuple[ContactRow, ...]
    corrector: MembershipId | None


def _contacts(context: FamilyContext) -> Contacts:
    """The family's contacts; only a viewer who may record can correct."""
    me = context.viewer.membership_id if context.may(Permission.RECORD_CONTACT) else None
    return Contacts(contacts_of(context.viewer, context.id), me)


def _moments(it: Contacts) -> Iterator[Moment]:
    """Each contact when it was; those since corrected stay."""
    for row in it.rows:
        lines = [_minutes(row), _talk(row), *_offers(row), row.entry.note]
        is_mine = row.is_current and row.by.id == it.corrector
        yield Moment(
            at=row.entry.at,
            title=_title(row),
            lines=tuple(line for line in lines if line),
            is_corrected=not row.is_current,
            link=(gettext("Correct this contact"), reverse("correct-contact", args=[row.id])) if is_mine else None,
        )


def _title(row: ContactRow) -> str:
    said = {"kind": CONTACT_KINDS[row.entry.kind], "name": row.by.name, "role": row.by.role_name}
    return gettext("%(kind)s: %(name)s, %(role)s") % said


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


def _continuity(context: FamilyContext) -> str | None:
    """How much of the family's contact was with one person, in words; None where there was none."""
    found = continuity_of(context.viewer, context.id)
    return continuity_words(found.contacts, found.people, found.with_lead) if found else None


CONTACTS = Section(_contacts, moments=_moments)
CONTINUITY = Section(_continuity, "contacts/family/continuity.jinja")
RECORD_CONTACT = PageLink(_("Record a contact"), "record-contact", (Permission.RECORD_CONTACT,))
CONTINUITY_DESK = PageLink(
    _("One person all the way?"), "continuity", (Permission.SEE_CONTINUITY,), _("How often families meet one face.")
)
LANGUAGE_DESK = PageLink(
    _("In her own words"),
    "language",
    (Permission.SEE_LANGUAGE,),
    _("How often a family that needs an interpreter had one."),
)
CONFIRMATIONS = {
    "contact": _("The contact is recorded. Thank you."),
    "contact_corrected": _("Corrected. What stood before stays in the timeline."),
}
