"""Recording a contact on one screen."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

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
    TalkReason,
)
from kith.contacts.wording.contacts import (
    CONTACT_KINDS,
    CONTACT_PLACES,
    HOW_WE_TALKED,
    OFFERS,
    TALK_REASONS,
    contact_refusal,
)
from kith.families.rules.codes import InterpreterNeed
from kith.interpreting.queries.rows import InterpreterBookingRow
from kith.kernel import clock, ids
from kith.kernel.ids import BabyId, InterpreterBookingId, MembershipId, ParentId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import MembershipCard
from kith.platform.ui import formats
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.tasks.forms import owner_choices
from kith.tasks.rules.next_steps import StepEntry

SOON = (1, 2, 3, 7, 14, 28)
USUAL_DAYS = 7
LONGEST_NOTE = 2000


def step_days(today: date) -> list[tuple[str, str]]:
    """The days on which a next step is usually due, as choices."""
    days = [today + timedelta(days=count) for count in SOON]
    return [(day.isoformat(), formats.date(day, "short")) for day in days]


class ContactForm(forms.Form):
    """Kind, day, who, minutes, how the two talked, and what came of it; today and the usual stand there already."""

    request_key = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("What kind of contact?"),
        choices=[(each.value, words) for each, words in CONTACT_KINDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of contact it was")},
    )
    place = forms.ChoiceField(
        label=_("Where did you meet?"),
        help_text=_("Leave this empty for phone, video and text."),
        choices=[("", "–"), *((each.value, words) for each, words in CONTACT_PLACES.items())],
        required=False,
    )
    people = forms.MultipleChoiceField(
        label=_("Who was there?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose who was there")},
    )
    minutes = forms.IntegerField(label=_("How many minutes?"), required=False, min_value=1, max_value=600)
    how = forms.ChoiceField(
        label=_("How did you talk?"),
        choices=[(each.value, words) for each, words in HOW_WE_TALKED.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you talked: no contact is closed without it")},
    )
    reason = forms.ChoiceField(
        label=_("Why did a family member interpret, or why did it fail?"),
        choices=[("", "–"), *((each.value, words) for each, words in TALK_REASONS.items())],
        required=False,
    )
    booking = forms.ChoiceField(label=_("Which interpreter booking?"), required=False)
    need = forms.ChoiceField(
        label=_("Is an interpreter needed?"),
        help_text=_("Nobody has asked yet. Please ask now."),
        choices=[
            (InterpreterNeed.YES.value, _("Yes")),
            (InterpreterNeed.NO.value, _("No")),
            (InterpreterNeed.NOT_ASKED.value, _("I could not ask")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether an interpreter is needed")},
    )
    offered = forms.MultipleChoiceField(
        label=_("What did you offer or talk about?"),
        choices=[(each.value, words) for each, words in OFFERS.items()],
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
    step_what = forms.CharField(label=_("Next step"), max_length=200, required=False)
    step_due = forms.ChoiceField(label=_("By when?"), required=False)
    step_owner = forms.ChoiceField(label=_("Who does it?"), required=False)

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
        self._parent_ids = {str(each.id) for each in people.parents}
        if not sheet.bookings:
            del self.fields["booking"]
        if people.main.interpreter_need is not InterpreterNeed.NOT_ASKED or before:
            del self.fields["need"]
        if before:
            for name in ("step_what", "step_due", "step_owner"):
                del self.fields[name]

    def entry(self) -> ContactEntry:
        """The contact as it was entered; a place or a reason that does not belong to the choice above it is let go."""
        data = self.cleaned_data
        kind, how = ContactKind(data["kind"]), HowWeTalked(data["how"])
        place = ContactPlace(data["place"]) if data["place"] and kind not in AT_A_DISTANCE else None
        if place is None and kind is ContactKind.VISIT:
            place = ContactPlace.HOME
        return ContactEntry(
            kind=kind,
            at=self._at(data["held_on"]),
            talk=self._talk(how),
            minutes=data["minutes"],
            place=place,
            parent_ids=frozenset(ParentId(UUID(each)) for each in data["people"] if each in self._parent_ids),
            baby_ids=frozenset(BabyId(UUID(each)) for each in data["people"] if each not in self._parent_ids),
            offered=frozenset(Offer(each) for each in data["offered"]),
            note=data["note"],
        )

    def step(self) -> StepEntry | None:
        """The next step, where one was written."""
        data = self.cleaned_data
        if not data.get("step_what"):
            return None
        due = date.fromisoformat(data["step_due"]) if data["step_due"] else clock.today() + timedelta(days=USUAL_DAYS)
        return StepEntry(data["step_what"], due, MembershipId(int(data["step_owner"])))

    @property
    def answered_need(self) -> InterpreterNeed | None:
        """The answer on an interpreter, where it was asked here."""
        need = self.cleaned_data.get("need")
        return InterpreterNeed(need) if need else None

    def clean(self) -> dict[str, Any]:
        """Require an owner for a next step."""
        data = super().clean() or self.cleaned_data
        if data.get("step_what") and not data.get("step_owner"):
            self.add_error("step_owner", gettext("Choose who does it"))
        return data

    def refuse(self, refusal: Refusal) -> None:
        """Show beside its question what cannot be."""
        field, words = contact_refusal(refusal)
        self.add_error(field if field in self.fields else None, words)

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        choice_field(self, name).choices = choices

    def _talk(self, how: HowWeTalked) -> Talk:
        data = self.cleaned_data
        reason = TalkReason(data["reason"]) if data["reason"] and how in REASONS else None
        booking = data.get("booking") if how in WITH_INTERPRETER or how in REASONS else ""
        return Talk(how, reason, InterpreterBookingId(UUID(booking)) if booking else None)

    def _at(self, day: date) -> datetime:
        """Now for today; noon for a day before; as it was where that day is only confirmed."""
        if self._before and clock.local(self._before.at).date() == day:
            return self._before.at
        return clock.now() if day == clock.today() else datetime.combine(day, time(12), clock.LONDON)


def _initial(sheet: ContactSheet, before: ContactEntry | None, me: MembershipId | None) -> dict[str, Any]:
    """Today, me, the last kind, main parent and babies; or what stood there before."""
    if before is None:
        main_and_babies = [sheet.people.main.id, *(baby.id for baby in sheet.people.babies)]
        return {
            "request_key": ids.new_uuid(),
            "kind": sheet.last_kind,
            "people": [str(each) for each in main_and_babies],
            "held_on": clock.today(),
            "booking": str(sheet.bookings[0].id) if sheet.bookings else "",
            "step_due": (clock.today() + timedelta(days=USUAL_DAYS)).isoformat(),
            "step_owner": str(me or ""),
        }
    return {
        "request_key": ids.new_uuid(),
        "kind": before.kind,
        "place": before.place or "",
        "people": [str(each) for each in before.parent_ids | before.baby_ids],
        "minutes": before.minutes,
        "how": before.talk.how,
        "reason": before.talk.reason or "",
        "booking": str(before.talk.booking_id or ""),
        "offered": sorted(before.offered),
        "held_on": clock.local(before.at).date(),
        "note": before.note,
    }


def _babies(sheet: ContactSheet) -> list[tuple[str, str]]:
    return [(str(each.id), each.name or gettext("Baby")) for each in sheet.people.babies]


def _booking_words(row: InterpreterBookingRow) -> str:
    when = f"{formats.date(row.starts_at, 'short')}, {formats.time(row.starts_at)}"
    return ", ".join(part for part in (when, row.interpreter, formats.language(row.language)) if part)
