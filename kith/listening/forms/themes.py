"""Gathering stories, promising, settling, replying; what changed at a venue."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import VenueId
from kith.listening.actions.promising import NewPromise
from kith.listening.forms.reading import People, member_id, person_choices
from kith.listening.rules.codes import LONGEST_WORDS, ThemeId, ThemeState
from kith.listening.wording.themes import SETTLED_WORDS
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.refusals import RefusableForm


def _words(label: Any, hint: Any, missing: Any, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": rows}),
        error_messages={"required": missing},
    )


class SortForm(RefusableForm):
    """Into which theme a story goes: one that there is, or a new one."""

    theme = forms.ChoiceField(label=_("A theme that there is"), required=False)
    title = forms.CharField(label=_("Or a new theme, in a few words"), max_length=120, required=False)

    def __init__(self, data: Any = None, *, themes: list[tuple[ThemeId, str]]) -> None:
        super().__init__(data)
        choice_field(self, "theme").choices = [("", ""), *((str(key), title) for key, title in themes)]

    def clean(self) -> dict[str, Any]:
        """One of the two is needed."""
        given = super().clean() or self.cleaned_data
        if not self.errors and not given.get("theme") and not given.get("title", "").strip():
            self.add_error("theme", str(_("Choose a theme, or begin one")))
        return given


class PromiseForm(RefusableForm):
    """What parents are promised, by which person and day."""

    words = _words(
        _("What do we promise?"),
        _("Everybody reads this. Plain English, no names."),
        _("Write what is promised"),
    )
    owner = forms.ChoiceField(label=_("Who answers for it?"), error_messages={"required": _("Choose one person")})
    due_on = DatePartsField(label=_("Until when?"))

    def __init__(self, data: Any = None, *, people: People) -> None:
        super().__init__(data)
        choice_field(self, "owner").choices = person_choices(people)

    @property
    def new(self) -> NewPromise:
        """The promise."""
        given = self.cleaned_data
        return NewPromise(given["words"], member_id(given["owner"]), given["due_on"])


class SettleForm(RefusableForm):
    """What has become of it."""

    state = forms.ChoiceField(
        label=_("What has become of it?"),
        choices=[(state.value, words) for state, words in SETTLED_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what has become of it")},
    )
    words = _words(
        _("What was done, or why it cannot be"),
        _("Everybody reads this. Plain English, no names."),
        _("Write what was done, or why it cannot be"),
    )

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        return {"state": ThemeState(self.cleaned_data["state"]), "words": self.cleaned_data["words"]}


class ReplyForm(RefusableForm):
    """What those who wrote in one language are to read."""

    words = _words(
        _("The reply in this language"),
        _("By a person who writes the language. It goes to all who wrote in it, and stands on the public page."),
        _("Write the reply in this language"),
        6,
    )


class VenueChangeForm(RefusableForm):
    """What was changed at a venue, and when."""

    venue = forms.ChoiceField(label=_("Venue"), error_messages={"required": _("Choose a venue")})
    changed_on = DatePartsField(label=_("Changed on"))
    what = forms.CharField(
        label=_("What was changed?"), max_length=200, error_messages={"required": _("Write what was changed")}
    )

    def __init__(self, data: Any = None, *, venues: list[tuple[VenueId, str]]) -> None:
        super().__init__(data)
        choice_field(self, "venue").choices = [("", ""), *((str(key), name) for key, name in venues)]

    @property
    def answer(self) -> dict[str, Any]:
        """By the names of the action."""
        given = self.cleaned_data
        return {
            "venue_id": VenueId(int(given["venue"])),
            "changed_on": given["changed_on"],
            "what": given["what"],
        }
