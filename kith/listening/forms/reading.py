"""Reading, translating and clearing a story; days of duty."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import MembershipId
from kith.listening.rules.codes import LONGEST_STORY, AsideReason
from kith.listening.wording.stories import ASIDE_REASONS
from kith.organisations.queries.people import MembershipCard
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm

People = list[MembershipCard]


def person_choices(people: People) -> list[tuple[str, str]]:
    """Each person by name, role and organisation."""
    named = [(str(card.id), f"{card.name}, {card.role_name}, {card.organisation.name}") for card in people]
    return [("", ""), *named]


def member_id(chosen: str) -> MembershipId:
    """The person of a choice."""
    return MembershipId(int(chosen))


class AsideForm(RefusableForm):
    """Why a story goes no further."""

    reason = forms.ChoiceField(
        label=_("Why does it go no further?"),
        choices=[(reason.value, words) for reason, words in ASIDE_REASONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why")},
    )
    note = forms.CharField(
        label=_("What you have done"), max_length=2000, required=False, widget=forms.Textarea({"rows": 3})
    )

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        return {"reason": AsideReason(self.cleaned_data["reason"]), "note": self.cleaned_data["note"]}


class HearForm(RefusableForm):
    """Who is to write down a recording."""

    writer = forms.ChoiceField(label=_("Who writes it down?"), error_messages={"required": _("Choose a person")})

    def __init__(self, data: Any = None, *, people: People) -> None:
        super().__init__(data)
        choice_field(self, "writer").choices = person_choices(people)


class WriteDownForm(RefusableForm):
    """What is said in a recording."""

    words = forms.CharField(
        label=_("What is said, word by word"),
        help_text=_("In the language that is spoken: nothing smoothed, nothing left out."),
        max_length=LONGEST_STORY,
        widget=forms.Textarea({"rows": 8, "dir": "auto"}),
        error_messages={
            "required": _("Write down what is said"),
            "max_length": _("This is too long for one story. Leave out what is said twice"),
        },
    )


class AskForm(RefusableForm):
    """Who is to put a story into English."""

    translator = forms.ChoiceField(
        label=_("Who puts it into English?"), error_messages={"required": _("Choose a person")}
    )

    def __init__(self, data: Any = None, *, people: People) -> None:
        super().__init__(data)
        choice_field(self, "translator").choices = person_choices(people)


class ClearForm(RefusableForm):
    """The words that others may read: pieces cut from the story, nothing put in."""

    english = forms.CharField(
        label=_("In English, as others may read it"),
        help_text=_("Cut out what names or reaches a person, and put […] in its place. Change no word."),
        max_length=LONGEST_STORY,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": _("Nothing is left of the story")},
    )
    own_words = forms.CharField(
        label=_("In the writer’s own words"),
        max_length=LONGEST_STORY,
        required=False,
        widget=forms.Textarea({"rows": 6, "dir": "auto"}),
    )


class TranslateForm(RefusableForm):
    """The English of a story."""

    words = forms.CharField(
        label=_("In English"),
        help_text=_("What was said, as it was said: nothing smoothed, nothing left out."),
        max_length=LONGEST_STORY,
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": _("Write it in English")},
    )


class DutyForm(RefusableForm):
    """Who reads first, on which days, and who stands in."""

    first = forms.ChoiceField(label=_("Who reads first?"), error_messages={"required": _("Choose a person")})
    deputy = forms.ChoiceField(label=_("Who stands in?"), required=False)
    from_on = DatePartsField(label=_("From"))
    until_on = DatePartsField(label=_("Until"))

    def __init__(self, data: Any = None, *, people: People) -> None:
        super().__init__(data)
        for name in ("first", "deputy"):
            choice_field(self, name).choices = person_choices(people)

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        given = self.cleaned_data
        return {
            "membership_id": member_id(given["first"]),
            "deputy_id": member_id(given["deputy"]) if given["deputy"] else None,
            "from_on": given["from_on"],
            "until_on": given["until_on"],
        }
