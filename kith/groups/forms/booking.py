"""The one form of a booking."""

from datetime import date
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.core import signing
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from kith.groups.forms.asked import ASKED_ONCE, NeedsForm
from kith.groups.rules.places import BookingContact, BookingWish, PlaceOrder
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.reaching import telephone
from kith.platform.web.slots import slot

SALT = "groups.booking"
KEY_LASTS = 7 * 24 * 3600


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
