"""What is asked of a parent, of a person who complains, and of those who answer."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import OrganisationId
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.reaching import MailField, PhoneField
from kith.platform.ui.refusals import RefusableForm
from kith.rights.rules.codes import LONGEST_WORDS, Asker, Complaint, RequestKind, RequestState
from kith.rights.wording.requests import MOVES

Controllers = list[tuple[OrganisationId, str]]


def _words(label: Any, hint: Any, missing: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": missing},
    )


class AskForm(RefusableForm):
    """What a parent asks of her data, and of which organisation."""

    request_key = RequestKeyField()
    organisation = forms.ChoiceField(
        label=_("Who is to answer?"), error_messages={"required": _("Choose who is to answer")}
    )
    words = _words(
        _("What is it about?"),
        _("In any language. For example: which day, which page, what should stand there."),
        _("Write what it is about"),
    )

    def __init__(self, data: object = None, *, controllers: Controllers) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        choice_field(self, "organisation").choices = [("", ""), *((str(key), name) for key, name in controllers)]

    @property
    def organisation_id(self) -> OrganisationId:
        """The organisation chosen."""
        return OrganisationId(int(self.cleaned_data["organisation"]))


class ComplaintForm(RefusableForm):
    """What a person complains of, which organisation it concerns, and where an answer may go."""

    UNKNOWN: ClassVar = "unknown"
    request_key = RequestKeyField()
    organisation = forms.ChoiceField(
        label=_("Whom does it concern?"),
        error_messages={"required": _("Choose whom it concerns, or that you do not know")},
    )
    words = _words(
        _("What has gone wrong with data?"),
        _("In any language. You need not say who you are."),
        _("Write what has gone wrong"),
    )
    name = forms.CharField(label=_("Your name"), max_length=120, required=False)
    email = MailField(label=_("E-mail, if we may write to you"))
    phone = PhoneField(label=_("Phone, if we may write to you"))

    def __init__(self, data: object = None, *, controllers: Controllers) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        known = [(str(key), name) for key, name in controllers]
        choice_field(self, "organisation").choices = [("", ""), *known, (self.UNKNOWN, _("I do not know"))]

    def complaint(self, language: str) -> Complaint:
        """The complaint as it was typed."""
        given = self.cleaned_data
        to = given["organisation"]
        asker = Asker(given["name"], given["email"].strip().lower(), given["phone"])
        return Complaint(given["words"], language, None if to == self.UNKNOWN else OrganisationId(int(to)), asker)


class AnswerForm(RefusableForm):
    """What has become of a request, and what the person who asked is to read."""

    state = forms.ChoiceField(
        label=_("What is the answer?"),
        choices=[(state.value, words) for state, words in MOVES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what has become of it")},
    )
    words = forms.CharField(
        label=_("What the person who asked is to read"),
        help_text=_("Plain words, and for a no the reason. They may always go to the Information Commissioner."),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea({"rows": 6}),
    )

    def __init__(self, data: object = None, *, kind: RequestKind) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        if kind is RequestKind.COMPLAINT:
            choices = [(state.value, words) for state, words in MOVES.items() if state is not RequestState.EXTENDED]
            choice_field(self, "state").choices = choices

    @property
    def answer(self) -> dict[str, object]:
        """The answer by the names of the action."""
        return {"state": RequestState(self.cleaned_data["state"]), "words": self.cleaned_data["words"]}


class SendOnForm(RefusableForm):
    """Which organisation answers instead."""

    organisation = forms.ChoiceField(
        label=_("Another organisation answers for these data"), error_messages={"required": _("Choose an organisation")}
    )

    def __init__(self, data: object = None, *, controllers: Controllers) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        choice_field(self, "organisation").choices = [("", ""), *((str(key), name) for key, name in controllers)]

    @property
    def organisation_id(self) -> OrganisationId:
        """The organisation chosen."""
        return OrganisationId(int(self.cleaned_data["organisation"]))


KINDS_OF_HERS = (RequestKind.CORRECTION, RequestKind.ERASURE, RequestKind.COPY)
"""What a parent asks on her own page; a complaint has a form for every visitor."""
