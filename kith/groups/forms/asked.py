"""What is asked once of a family: who comes along, and what would make it easy."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.families.rules.codes import InterpreterNeed
from kith.groups.rules.codes import MOST_OLDER_CHILDREN
from kith.groups.rules.needs import Needs
from kith.groups.rules.reminders import Reminders
from kith.groups.words import BABY_WORDS, REMINDER_WORDS
from kith.places.wording import other_language_choices
from kith.platform.ui.refusals import RefusableForm

ALONE, WITH_CO_PARENT, WITH_HELPER = "1", "co_parent", "2"
ASKED_ONCE = (
    *("places", "babies", "older_children", "wants_creche", "may_wait_for_creche", "interpreter"),
    *("interpreter_language", "access_needs", "reminders"),
)
"""The questions that are folded away for who has answered them before."""


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
