"""A series: which service it belongs to, its short name, and its words in every language."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import ServiceId
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.kernel.slug import slug
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.marketing import TextField, within_the_code
from kith.platform.ui.refusals import RefusableForm
from kith.whats_on.actions.planning import NewSeries
from kith.whats_on.actions.series import SeriesChange
from kith.whats_on.queries.series import KeptSeries
from kith.whats_on.rules.codes import Audience
from kith.whats_on.words import AUDIENCE_WORDS

OTHERS = tuple(language for language in INTERFACE_LANGUAGES if language != ENGLISH)
LONGEST_TITLE, LONGEST_SUMMARY = 80, 400


class SeriesWordsForm(RefusableForm):
    """What a series is called, what it says of itself, and who it is for."""

    title_en = TextField(
        label=_("What is it called, in English?"),
        max_length=LONGEST_TITLE,
        error_messages={"required": _("Enter what it is called")},
    )
    summary_en = TextField(
        label=_("One or two sentences about it, in English"), max_length=LONGEST_SUMMARY, required=False, is_long=True
    )
    audience = forms.TypedChoiceField(
        label=_("Who is it for?"),
        choices=[(each.value, words) for each, words in AUDIENCE_WORDS.items()],
        coerce=Audience,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who it is for")},
    )

    def __init__(self, data: Any, kept: KeptSeries | None = None) -> None:
        titles, summaries = (kept.titles, kept.summaries) if kept else ({}, {})
        initial: dict[str, Any] = {"audience": (kept.audience if kept else Audience.EVERYONE).value}
        for code in (language.code for language in INTERFACE_LANGUAGES):
            initial |= {f"title_{code}": titles.get(code, ""), f"summary_{code}": summaries.get(code, "")}
        super().__init__(data, initial=initial)
        for language in OTHERS:
            written = {"lang": language.code, "dir": language.direction}
            called = gettext("What it is called: %(language)s") % {"language": language.own_name}
            said = gettext("About it: %(language)s") % {"language": language.own_name}
            self.fields[f"title_{language.code}"] = TextField(label=called, max_length=LONGEST_TITLE, required=False)
            self.fields[f"summary_{language.code}"] = TextField(
                label=said, max_length=LONGEST_SUMMARY, required=False, is_long=True
            )
            for name in ("title", "summary"):
                self.fields[f"{name}_{language.code}"].widget.attrs.update(written)

    def other_rows(self) -> list[forms.BoundField]:
        """The boxes for every other language."""
        return [self[f"{name}_{language.code}"] for language in OTHERS for name in ("title", "summary")]

    def texts(self, name: str) -> dict[str, str]:
        """What was entered, by language; what is left empty is read in English."""
        said = {each.code: self.cleaned_data.get(f"{name}_{each.code}", "") for each in INTERFACE_LANGUAGES}
        return {code: text for code, text in said.items() if text}

    @property
    def change(self) -> SeriesChange:
        """The series as it is wanted."""
        return SeriesChange(
            title=self.texts("title"), summary=self.texts("summary"), audience=self.cleaned_data["audience"]
        )


class NewSeriesForm(SeriesWordsForm):
    """The same for a new series, with its service and its short name."""

    service = forms.TypedChoiceField(
        label=_("Which service is it part of?"),
        coerce=int,
        error_messages={"required": _("Choose a service")},
    )
    code = forms.CharField(
        label=_("Short name for posters"),
        help_text=_("Small letters, digits and hyphens, like saturday-course. It stays as it is once it is printed."),
        max_length=40,
        error_messages={"required": _("Enter a short name")},
        validators=[within_the_code],
    )

    def __init__(self, data: Any, services: Iterable[tuple[int, str]]) -> None:
        super().__init__(data)
        choice_field(self, "service").choices = [("", gettext("Choose")), *services]

    def clean_code(self) -> str:
        """A short name that can stand in an address."""
        try:
            return slug(self.cleaned_data["code"])
        except ValueError as error:
            raise forms.ValidationError(_("Use small letters, digits and hyphens only")) from error

    @property
    def series(self) -> NewSeries:
        """The series as it is wanted."""
        return NewSeries(
            service_id=ServiceId(self.cleaned_data["service"]),
            code=self.cleaned_data["code"],
            title=self.texts("title"),
            summary=self.texts("summary"),
            audience=self.cleaned_data["audience"],
        )


class EndSeriesForm(RefusableForm):
    """The last day on which it takes place."""

    last_day = DatePartsField(label=_("What is the last day?"), error_messages={"required": _("Enter the last day")})

    @property
    def answer(self) -> Mapping[str, date]:
        """What was entered, by the names of the action."""
        return {"last_day": self.cleaned_data["last_day"]}
