"""The one form of a booking."""

from datetime import date
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.core import signing
from django.core.validators import validate_email
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.families.rules.codes import InterpreterNeed
from kith.groups.rules.codes import MOST_OLDER_CHILDREN
from kith.groups.rules.places import BookingContact, BookingWish, Needs, PlaceOrder
from kith.groups.rules.reminders import Reminders
from kith.groups.words import BABY_WORDS, REMINDER_WORDS
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.places.wording import other_language_choices
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.reaching import telephone
from kith.platform.ui.refusals import RefusableForm
from kith.platform.web.slots import slot

SALT = "groups.booking"
KEY_LASTS = 7 * 24 * 3600
ALONE, WITH_CO_PARENT, WITH_HELPER = "1", "co_parent", "2"
ASKED_ONCE = (
    *("places", "babies", "older_children", "wants_creche", "may_wait_for_creche", "interpreter"),
    *("interpreter_language", "access_needs", "reminders"),
)
"""The questions that are folded away for who has answered them before."""


def new_request_key(session_id: int) -> str:
    """A key for one sending of the form: signed, so that only a form of ours can use it, and only for this session."""
    return signing.dumps({"session": session_id, "key": uuid4().hex}, salt=SALT)


def new_slots(session_id: int) -> dict[str, str]:
    """What is new in the form for every reader."""
    return {"request-key": new_request_key(session_id)}


def contact_typed(typed: object) -> BookingContact:
    """An address or a number we can send to."""
    text = str(typed).strip()
    if "@" in text:
        validate_email(text)
        return BookingContact("", email=text.lower())
    words = _("Enter a mobile number like 07700 900123, or an e-mail address")
    return BookingContact("", phone=telephone(text, otherwise=words))


class NeedsForm(RefusableForm):
    """Who comes, and what would make it easy."""

    places = forms.ChoiceField(
        label=_("Who is coming?"),
        initial=ALONE,
        choices=[
            (ALONE, _("Me")),
            (WITH_CO_PARENT, _("Me and my baby’s other parent, or my partner")),
            (WITH_HELPER, _("Me and somebody else: my mother, a friend")),
        ],
        widget=forms.RadioSelect,
        help_text=_("Babies need no place. Your partner, mother or friend is welcome, and it costs nothing."),
        error_messages={"required": _("Choose who is coming"), "invalid_choice": _("Choose who is coming")},
    )
    babies = forms.ChoiceField(
        label=_("How many babies?"),
        help_text=_("Count the baby you are expecting too."),
        required=False,
        initial="1",
        choices=[(str(number), words) for number, words in BABY_WORDS.items()],
    )
    older_children = forms.ChoiceField(
        label=_("Do older children come along?"),
        required=False,
        initial="0",
        choices=[("0", _("No")), *((str(number), str(number)) for number in range(1, MOST_OLDER_CHILDREN + 1))],
    )
    wants_creche = forms.BooleanField(
        label=_("I would like a place in the crèche"),
        help_text=_("It is free. There are few places: we tell you if none is left."),
        required=False,
        widget=forms.CheckboxInput,
    )
    may_wait_for_creche = forms.BooleanField(
        label=_("I come all the same. Write to me if a place in the crèche comes free."),
        required=False,
        widget=forms.CheckboxInput,
    )
    interpreter = forms.ChoiceField(
        label=_("Would you like an interpreter?"),
        help_text=_("It is free, and you can say yes even if you read this page well."),
        choices=[("yes", _("Yes, please")), ("no", _("No, thank you"))],
        required=False,
        widget=forms.RadioSelect,
    )
    interpreter_language = forms.ChoiceField(
        label=_("Which language?"),
        required=False,
        choices=lambda: other_language_choices(gettext("Choose a language")),
    )
    access_needs = forms.CharField(
        label=_("Anything that would make it easier to come?"),
        help_text=_("A ramp, a quiet corner, a seat near the door. Please write nothing about illness here."),
        max_length=500,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": _("Please use 500 letters or fewer")},
    )
    reminders = forms.ChoiceField(
        label=_("Shall we remind you?"),
        help_text=_("Never at night. The message says where it is and how to get there."),
        required=False,
        initial=Reminders.DAY_BEFORE.value,
        choices=[(each.value, words) for each, words in REMINDER_WORDS.items()],
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        """An interpreter needs a language."""
        data = super().clean() or self.cleaned_data
        if data.get("interpreter") == "yes" and not data.get("interpreter_language"):
            self.add_error("interpreter_language", _("Choose the language of the interpreter"))
        return data

    @property
    def needs(self) -> Needs:
        """What was answered."""
        data = self.cleaned_data
        need = InterpreterNeed(data["interpreter"] or InterpreterNeed.NOT_ASKED)
        return Needs(
            places=1 if data["places"] == ALONE else 2,
            co_parent=data["places"] == WITH_CO_PARENT,
            babies=int(data["babies"] or 1),
            older_children=int(data["older_children"] or 0),
            wants_creche=bool(data.get("wants_creche")),
            interpreter_need=need,
            interpreter_language=data["interpreter_language"] if need is InterpreterNeed.YES else "",
            access_needs=data["access_needs"],
            reminders=Reminders(data["reminders"] or Reminders.DAY_BEFORE),
        )


class BookingForm(NeedsForm):
    """Who comes, how to reach her, and what would make it easy."""

    beside: ClassVar = {
        "name_missing": "name",
        **dict.fromkeys(("due_too_far", "due_long_past", "born_too_long_ago"), "baby_on"),
    }

    field_order: tuple[str, ...] = ("request_key", "name", "contact", *ASKED_ONCE, "baby_on", "consent", "may_wait")

    request_key = forms.CharField(max_length=300, widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Your name"),
        max_length=100,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Enter your name"), "max_length": _("Your name must be 100 letters or fewer")},
    )
    contact = forms.CharField(
        label=_("Mobile number or e-mail"),
        help_text=_("We send your confirmation and your reminder here, and nothing else unless you say so."),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Enter a mobile number or an e-mail address")},
    )
    baby_on = DatePartsField(
        label=_("When was your baby born, or when is it due?"),
        help_text=_("So that we know what will help you most. For example, 27 3 2026."),
        required=False,
    )
    consent = forms.ChoiceField(
        label=_("May your health visiting team see your record and get in touch?"),
        help_text=_("Your place is yours whatever you answer, and you can change your mind at any time."),
        choices=[("yes", _("Yes, they may")), ("no", _("No, not now"))],
        required=False,
        widget=forms.RadioSelect,
    )
    may_wait = forms.BooleanField(
        label=_("If it is full, put me on the waiting list"), required=False, widget=forms.CheckboxInput
    )

    def __init__(self, *args: Any, session_id: SessionId, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session_id = session_id
        self.language = language
        self.initial.setdefault("interpreter_language", "" if language == ENGLISH.code else language)
        self.fields["request_key"].initial = slot("request-key")

    def clean_name(self) -> str:
        """The name with single spaces."""
        return " ".join(str(self.cleaned_data["name"]).split())

    def clean_contact(self) -> BookingContact:
        """An address or a number we can send to."""
        return contact_typed(self.cleaned_data["contact"])

    def clean(self) -> dict[str, Any]:
        """A form sent from an old page gets a new key and is sent once more."""
        data = super().clean()
        self.key = self._key()
        if not self.key:
            self.data = {**self._typed(), "request_key": new_request_key(self.session_id)}
            self.errors.pop("request_key", None)
            self.refuse(Refusal("request_key_used"))
        return data

    def order(self) -> PlaceOrder:
        """What the family asks for."""
        data = self.cleaned_data
        contact: BookingContact = data["contact"]
        return PlaceOrder(
            session_id=self.session_id,
            request_key=self.key,
            contact=BookingContact(data["name"], email=contact.email, phone=contact.phone),
            language=self.language,
            may_wait=data["may_wait"],
            may_wait_for_creche=bool(data["may_wait_for_creche"]),
            **vars(self.needs),
        )

    def wish(self) -> BookingWish:
        """The same with what a person without an account says of their family."""
        return BookingWish(self.order(), self.due_on, self.born_on, agrees=self.cleaned_data["consent"] == "yes")

    @property
    def due_on(self) -> date | None:
        """The day the baby is due, where that lies ahead."""
        day: date | None = self.cleaned_data["baby_on"]
        return day if day and day > clock.today() else None

    @property
    def born_on(self) -> date | None:
        """The day the baby was born, where that has been."""
        day: date | None = self.cleaned_data["baby_on"]
        return day if day and day <= clock.today() else None

    def _typed(self) -> dict[str, str]:
        return {name: self.data[name] for name in self.data}

    def _key(self) -> str:
        """The key inside the signed one, or nothing where it is not ours, of another session or too old."""
        try:
            said = signing.loads(str(self.data.get("request_key", ""))[:300], salt=SALT, max_age=KEY_LASTS)
        except signing.BadSignature:
            return ""
        return str(said["key"]) if said["session"] == self.session_id else ""
