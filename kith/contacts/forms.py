"""Recording a contact on one screen."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.caseloads.wording.babies import baby_names
from kith.contacts.queries.contacts import ContactSheet
from kith.contacts.rules.contacts import (
    AT_A_DISTANCE,
    REASONS,
    WITH_INTERPRETER,
    ContactEntry,
    ContactKind,
    ContactPlace,
    HowWeTalked,
    Offer,
    Talk,
)
from kith.contacts.wording.contacts import CONTACT_KINDS, CONTACT_PLACES, HOW_WE_TALKED, OFFERS, TALK_REASONS
from kith.families.rules.codes import InterpreterNeed
from kith.interpreting.queries.rows import InterpreterBookingRow
from kith.kernel import clock
from kith.kernel.ids import MembershipId, NextStepId
from kith.organisations.queries.people import MembershipCard
from kith.platform.ui import formats
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField, RequestKeyField
from kith.platform.ui.refusals import RefusableForm
from kith.tasks.forms import owner_choices
from kith.tasks.rules.next_steps import StepEntry

NOTHING = "nothing"
SOON = (1, 2, 3, 7, 14, 28)
USUAL = timedelta(days=7)
LONGEST_NOTE = 2000
INTERPRETER_NEEDED = {
    InterpreterNeed.YES: _("Yes"),
    InterpreterNeed.NO: _("No"),
    InterpreterNeed.NOT_ASKED: _("I could not ask"),
}
Code = TypeVar("Code", bound=StrEnum)


def step_days(today: date) -> list[tuple[str, str]]:
    """The days on which a next step is usually due, as choices."""
    days = [today + timedelta(days=count) for count in SOON]
    return [(day.isoformat(), formats.date(day, "short")) for day in days]


def _one_of(
    codes: Mapping[Code, Promise], label: Any, unanswered: Any = None, hint: Any = ""
) -> forms.TypedChoiceField:
    """One of these codes: to tick where it must be answered, else from a list that may be left alone."""
    return forms.TypedChoiceField(
        label=label,
        help_text=hint,
        choices=[*codes.items()] if unanswered else [("", "–"), *codes.items()],
        coerce=type(next(iter(codes))),
        empty_value=None,
        widget=forms.RadioSelect if unanswered else forms.Select,
        required=bool(unanswered),
        error_messages={"required": unanswered} if unanswered else None,
    )


class ContactForm(RefusableForm):
    """Kind, day, who, minutes, how the two talked, what came of it; day and people stand there already."""

    request_key = RequestKeyField()
    kind = _one_of(CONTACT_KINDS, _("What kind of contact?"), _("Choose what kind of contact it was"))
    place = _one_of(CONTACT_PLACES, _("Where did you meet?"), hint=_("Leave this empty for phone, video and text."))
    people = forms.TypedMultipleChoiceField(
        label=_("Who was there?"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose who was there")},
    )
    minutes = forms.IntegerField(label=_("How many minutes?"), required=False, min_value=1, max_value=600)
    how = _one_of(HOW_WE_TALKED, _("How did you talk?"), _("Choose how you talked: no contact is closed without it"))
    reason = _one_of(TALK_REASONS, _("Why did a family member interpret, or why did it fail?"))
    booking = forms.TypedChoiceField(
        label=_("Which interpreter booking?"), coerce=UUID, empty_value=None, required=False
    )
    need = _one_of(
        INTERPRETER_NEEDED,
        _("Is an interpreter needed?"),
        _("Choose whether an interpreter is needed"),
        _("Nobody has asked yet. Please ask now."),
    )
    offered = forms.TypedMultipleChoiceField(
        label=_("What did you offer or talk about?"),
        choices=list(OFFERS.items()),
        coerce=Offer,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    held_on = DatePartsField(label=_("When?"), error_messages={"required": _("Enter the day of the contact")})
    note = forms.CharField(
        label=_("Note"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": _("Please use 2,000 letters or fewer")},
    )
    finishes = forms.TypedMultipleChoiceField(
        label=_("Does this contact finish what is due?"),
        coerce=lambda chosen: None if chosen == NOTHING else NextStepId(int(chosen)),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what this contact finished, or that it is all still to be done")},
    )
    step_what = forms.CharField(label=_("Next step"), max_length=200, required=False)
    step_due = forms.TypedChoiceField(label=_("By when?"), coerce=date.fromisoformat, empty_value=None, required=False)
    step_owner = forms.TypedChoiceField(label=_("Who does it?"), coerce=int, required=False)

    def __init__(
        self,
        data: Any,
        *,
        sheet: ContactSheet,
        owners: Iterable[MembershipCard] = (),
        me: MembershipId | None = None,
        before: ContactEntry | None = None,
    ) -> None:
        super().__init__(data, initial=_initial(sheet, before, me))
        self._before = before
        people = sheet.people
        self._offer("people", [*((str(each.id), each.name) for each in people.parents), *_babies(sheet)])
        self._offer("booking", [("", "–"), *((str(row.id), _booking_words(row)) for row in sheet.bookings)])
        self._offer("step_due", step_days(clock.today()))
        self._offer("step_owner", owner_choices(owners, me))
        self._parent_ids = {each.id for each in people.parents}
        due = [(str(row.id), f"{row.what} ({formats.due(row.days_overdue)})") for row in sheet.due]
        self._offer("finishes", [*due, (NOTHING, gettext("None of it: it is still to be done"))])
        if before or not due:
            del self.fields["finishes"]
        if not sheet.bookings:
            del self.fields["booking"]
        if people.main.interpreter_need is not InterpreterNeed.NOT_ASKED or before:
            del self.fields["need"]
        if before:
            for name in ("step_what", "step_due", "step_owner"):
                del self.fields[name]

    @property
    def answer(self) -> dict[str, Any]:
        """The contact and what came of it, by the names of the action; a correction is of the contact alone."""
        data = self.cleaned_data
        told = {"entry": self._entry(), "request_key": data["request_key"]}
        return (
            told
            if self._before
            else {
                **told,
                "need": data.get("need"),
                "step": self._step(),
                "finished": [each for each in data.get("finishes", []) if each is not None],
            }
        )

    def clean(self) -> dict[str, Any]:
        """Require an owner for a next step; "none of it" stands alone."""
        data = super().clean() or self.cleaned_data
        if None in (finished := data.get("finishes", [])) and len(finished) > 1:
            self.add_error("finishes", gettext("Choose what is finished, or that none of it is"))
        if data.get("step_what") and not data.get("step_owner"):
            self.add_error("step_owner", gettext("Choose who does it"))
        return data

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        choice_field(self, name).choices = choices

    def _entry(self) -> ContactEntry:
        """The contact as it was entered; a place or a reason that does not belong to the choice above it is let go."""
        data = self.cleaned_data
        kind, how, present = data["kind"], data["how"], frozenset(data["people"])
        place = None if kind in AT_A_DISTANCE else data["place"]
        if place is None and kind is ContactKind.VISIT:
            place = ContactPlace.HOME
        return ContactEntry(
            kind=kind,
            at=self._at(data["held_on"]),
            talk=self._talk(how),
            minutes=data["minutes"],
            place=place,
            parent_ids=present & self._parent_ids,
            baby_ids=present - self._parent_ids,
            offered=frozenset(data["offered"]),
            note=data["note"],
        )

    def _step(self) -> StepEntry | None:
        """The next step, where one was written."""
        data = self.cleaned_data
        if not data["step_what"]:
            return None
        return StepEntry(data["step_what"], data["step_due"] or clock.today() + USUAL, data["step_owner"])

    def _talk(self, how: HowWeTalked) -> Talk:
        data = self.cleaned_data
        may_be_booked = how in WITH_INTERPRETER or how in REASONS
        return Talk(how, data["reason"] if how in REASONS else None, data.get("booking") if may_be_booked else None)

    def _at(self, day: date) -> datetime:
        """Now for today; noon for a day before; as it was where that day is only confirmed."""
        if self._before and clock.local(self._before.at).date() == day:
            return self._before.at
        return clock.now() if day == clock.today() else datetime.combine(day, time(12), clock.LONDON)


def _initial(sheet: ContactSheet, before: ContactEntry | None, me: MembershipId | None) -> dict[str, Any]:
    """Today, me, main parent and babies, and no answer to a question of judgement; or what stood there before."""
    if before is None:
        main_and_babies = [sheet.people.main.id, *(baby.id for baby in sheet.people.babies)]
        return {
            "people": [str(each) for each in main_and_babies],
            "held_on": clock.today(),
            "step_due": clock.today() + USUAL,
            "step_owner": str(me or ""),
        }
    return {
        "kind": before.kind,
        "place": before.place,
        "people": [str(each) for each in before.parent_ids | before.baby_ids],
        "minutes": before.minutes,
        "how": before.talk.how,
        "reason": before.talk.reason,
        "booking": str(before.talk.booking_id or ""),
        "offered": sorted(before.offered),
        "held_on": clock.local(before.at).date(),
        "note": before.note,
    }


def _babies(sheet: ContactSheet) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in baby_names(sheet.people.babies).items()]


def _booking_words(row: InterpreterBookingRow) -> str:
    when = f"{formats.date(row.starts_at, 'short')}, {formats.time(row.starts_at)}"
    return ", ".join(part for part in (when, row.interpreter, formats.language(row.language)) if part)
