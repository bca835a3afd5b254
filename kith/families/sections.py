"""What families bring to shared pages: parents, consents, a death; and a parent's own consents and cards."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Moment, Section
from kith.families.queries import trust
from kith.families.queries.bereavement import BereavementRow
from kith.families.queries.page import ConsentRow, FamilyPage, ParentRow
from kith.families.queries.trust import CardRow, DeclinedRow, cards_of
from kith.families.rules.bereavement import BEREAVEMENT_LINE
from kith.families.rules.trust import HowSaid
from kith.families.wording.record import ACCESS_NEEDS, RELATIONS, UNSAFE
from kith.families.wording.records import CAME_BY, PURPOSES, may_words
from kith.families.wording.trust import HOW_SAID, LOSSES, SPOKEN_IN
from kith.platform.access.permissions import Permission
from kith.platform.ui import formats
from kith.platform.ui.sections import PageLink


@dataclass(frozen=True)
class Bereavements:
    """The deaths that stand, and the line to call."""

    rows: tuple[BereavementRow, ...]
    line: str = BEREAVEMENT_LINE

    def words(self, row: BereavementRow) -> str:
        """Who has died."""
        return f"{LOSSES[row.loss]}: {row.name}" if row.name else str(LOSSES[row.loss])


@dataclass(frozen=True)
class Person:
    """A parent or carer with the words for what to heed."""

    row: ParentRow
    relation: str
    unsafe: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Parents:
    """All parents and carers, and whether the viewer may open the whole record."""

    page: FamilyPage
    people: tuple[Person, ...]
    may_change: bool


@dataclass(frozen=True)
class Consents:
    """Those that open the record today, and all there ever were."""

    opening: tuple[ConsentRow, ...]
    all: tuple[ConsentRow, ...]
    may_ask: bool
    may_record_death: bool


@dataclass(frozen=True)
class MyConsents:
    """The consents that hold today, and what the parent said no to."""

    given: tuple[ConsentRow, ...]
    declined: tuple[DeclinedRow, ...]
    purposes: ClassVar = PURPOSES


def _bereavements(context: FamilyContext) -> Bereavements | None:
    """The deaths of this family; None where there are none."""
    return Bereavements(context.bereavements) if context.bereavements else None


def _bereavement_moments(it: Bereavements) -> Iterator[Moment]:
    """When each was written down, and who calls."""
    for row in it.rows:
        calls = gettext("%(name)s calls the family") % {"name": row.caller.name}
        yield Moment(row.recorded_at, gettext("A death in the family"), (it.words(row), calls))


def _parents(context: FamilyContext) -> Parents:
    """The page holds them all; nothing more is asked of the database."""
    people = tuple(_person(row) for row in context.page.parents)
    return Parents(context.page, people, context.may(Permission.CHANGE_RECORD))


def _person(row: ParentRow) -> Person:
    return Person(
        row,
        relation=str(RELATIONS[row.relation]),
        unsafe=tuple(str(UNSAFE[each]) for each in sorted(row.safe_contact.unsafe_channels)),
        needs=tuple(str(ACCESS_NEEDS[each]) for each in row.access_needs),
    )


def _parent_moments(it: Parents) -> Iterator[Moment]:
    """The first moment of all: how the record began."""
    yield Moment(it.page.registered_at, str(CAME_BY[it.page.came_by]))


def _consents(context: FamilyContext) -> Consents:
    """The consents as the page holds them."""
    rows = context.page.consents
    return Consents(
        opening=tuple(row for row in rows if row.is_active and row.opens_record),
        all=rows,
        may_ask=context.may(Permission.GIVE_CONSENT),
        may_record_death=context.may(Permission.RECORD_BEREAVEMENT),
    )


def _consent_moments(it: Consents) -> Iterator[Moment]:
    """Each consent given, and each withdrawn."""
    for row in it.all:
        language = formats.language(row.language)
        lines = [str(PURPOSES[row.purpose]), str(SPOKEN_IN[row.interpreted_by]) % {"language": language}]
        if row.how is not HowSaid.NOT_NOTED:
            lines.append(str(HOW_SAID[row.how]))
        if row.until_on:
            lines.append(gettext("Until %(day)s") % {"day": formats.date(row.until_on, "medium")})
        who = {"organisation": row.organisation}
        may, may_no_longer = may_words(row.purpose)
        yield Moment(row.granted_at, may % who, tuple(lines))
        if row.withdrawn_at:
            yield Moment(row.withdrawn_at, may_no_longer % who, (str(PURPOSES[row.purpose]),))


def _my_consents(context: FamilyContext) -> MyConsents:
    """What holds today, and what was declined."""
    given = tuple(row for row in context.page.consents if row.is_active)
    return MyConsents(given, trust.declined(context.viewer, context.id))


def _my_cards(context: FamilyContext) -> tuple[CardRow, ...] | None:
    """The parent's cards; None for the bereaved."""
    return None if context.bereavements else cards_of(context.viewer, context.id)


BEREAVEMENT = Section(
    _bereavements,
    "families/family/bereavement.jinja",
    _bereavement_moments,
    alerts=lambda it: [it.words(row) for row in it.rows],
)
PARENTS = Section(
    _parents,
    "families/family/parents.jinja",
    _parent_moments,
    alerts=lambda it: [words for person in it.people for words in person.unsafe],
)
CONSENTS = Section(_consents, "families/family/consents.jinja", _consent_moments)
MY_BEREAVEMENT = Section(_bereavements, "families/my/bereavement.jinja")
MY_CONSENTS = Section(_my_consents, "families/my/consents.jinja")
MY_CARDS = Section(_my_cards, "families/my/cards.jinja")
BEGIN_RECORD = PageLink(_("Begin a record for a family"), "register-family", (Permission.REGISTER_FAMILY,))
DUPLICATES = PageLink(_("Families that may be written down twice"), "duplicates", (Permission.MERGE_FAMILIES,))
EMERGENCY = PageLink(_("Open a record in an emergency"), "open-in-emergency", (Permission.BREAK_GLASS,))
CONFIRMATIONS = {
    "birth": _("Recorded. Welcome to the baby."),
    "registered": _("The record is begun."),
    "closed": _("Done. Your organisation can no longer see this record."),
    "opened": _("The record is open for you. Others have been told."),
    "bereaved": _("It is written down. Nothing more will be sent to this family."),
    "bereavement_undone": _("It is taken back. Messages and bookings stay as they are: speak to the family."),
}
MY_CONFIRMATIONS = {
    "saved": _("Saved. Thank you."),
    "withdrawn": _("Done. They can no longer see your record."),
    "given": _("Thank you. It is written down. You can change your mind at any time."),
    "declined": _("That is fine. It is written down, and you get help all the same."),
    "card_ended": _("Done. Nobody can read this card any more."),
}
