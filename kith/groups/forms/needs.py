"""Who comes along and what would make it easy: asked once, and remembered for whoever signs in."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.families.rules.codes import InterpreterNeed
from kith.groups.rules.codes import MOST_BABIES, MOST_OLDER_CHILDREN
from kith.groups.rules.needs import Needs
from kith.groups.rules.reminders import Reminders
from kith.groups.words import REMINDER_WORDS
from kith.places.wording import other_language_choices
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusableForm

ALONE, WITH_CO_PARENT, WITH_HELPER = "1", "co_parent", "2"
ASKED_ONCE = (
    *("places", "babies", "older_children", "wants_creche", "interpreter", "interpreter_language"),
    *("access_needs", "reminders"),
)
"""The questions that are folded away for who has answered them before."""
Choices = list[tuple[str, Any]]


class NeedsForm(RefusableForm):
    """Who comes along, and what would make it easy."""

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
        choices=lambda: [(str(number), baby_words(number)) for number in range(1, MOST_BABIES + 1)],
    )
    older_children = forms.ChoiceField(
        label=_("Do older children come along?"),
        required=False,
        initial="0",
        choices=lambda: [("0", gettext("No")), *_numbers(MOST_OLDER_CHILDREN)],
    )
    wants_creche = forms.BooleanField(
        label=_("I would like a place in the crèche"),
        help_text=_("It is free. There are few places: we tell you if none is left."),
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


def as_initial(needs: Needs) -> dict[str, object]:
    """The answers as the form's fields have them."""
    company = WITH_CO_PARENT if needs.co_parent else WITH_HELPER
    said: dict[str, object] = {
        "places": ALONE if needs.places == 1 else company,
        "babies": str(needs.babies),
        "older_children": str(needs.older_children),
        "wants_creche": needs.wants_creche,
        "interpreter": "" if needs.interpreter_need is InterpreterNeed.NOT_ASKED else needs.interpreter_need.value,
        "access_needs": needs.access_needs,
        "reminders": needs.reminders.value,
    }
    if needs.interpreter_language:
        said["interpreter_language"] = needs.interpreter_language
    return said


def summary(needs: Needs) -> list[str]:
    """The same in a few words each, as its reader finds them before she opens the questions."""
    return list(_said(needs))


def baby_words(number: int) -> str:
    """One, twins, or how many."""
    if number == 2:
        return gettext("Twins")
    return ngettext("%(num)s baby", "%(num)s babies", number) % {"num": formats.number(number)}


def _said(needs: Needs) -> Iterator[str]:
    if needs.places > 1:
        yield gettext("With the baby’s other parent, or a partner") if needs.co_parent else gettext("With a helper")
    if needs.babies > 1:
        yield baby_words(needs.babies)
    if needs.older_children:
        words = ngettext("%(num)s older child", "%(num)s older children", needs.older_children)
        yield words % {"num": formats.number(needs.older_children)}
    if needs.wants_creche:
        yield gettext("A place in the crèche")
    if needs.interpreter_language:
        yield gettext("Interpreter: %(language)s") % {"language": formats.language(needs.interpreter_language)}
    if needs.access_needs:
        yield needs.access_needs


def _numbers(most: int) -> Choices:
    return [(str(number), formats.number(number)) for number in range(1, most + 1)]
