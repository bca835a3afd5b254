"""Forms of pages: what is said under which heading, and their own words in other languages."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kith.kernel.danger import Level, Subject
from kith.kernel.languages import Language
from kith.library.actions.pages import PageWords, SectionWords
from kith.library.actions.translating import PageInLanguage
from kith.library.forms.parts import NAME_ERRORS, checker
from kith.library.queries.editing import PageToEdit
from kith.library.rules.words import SLUG, PageKind, PageTopic
from kith.library.wording import KINDS, LEVELS, SUBJECTS, TOPICS
from kith.platform.ui.refusals import RefusableForm

MOST_SECTIONS = 8
ALIKE = ("title", "summary", "topic", "order")
"""What is kept as it is entered."""


class PageTranslationForm(RefusableForm):
    """A page's own words in another language; its answers are translated one by one."""

    title = forms.CharField(label=_("Title"), max_length=160, error_messages={"required": _("Enter the title")})
    summary = forms.CharField(label=_("Summary"), max_length=400, error_messages={"required": _("Enter the summary")})
    checked_by = checker()

    def __init__(self, page: PageToEdit, language: Language, given: QueryDict | None) -> None:
        there = page.translations.get(language.code)
        initial = {"title": there.title, "summary": there.summary} if there else {}
        super().__init__(given, initial=initial)
        self.headings = [f"heading_{number}" for number in range(1, len(page.sections) + 1)]
        for place, name in enumerate(self.headings):
            known = there.headings[place] if there and place < len(there.headings) else ""
            self.fields[name] = forms.CharField(
                label=_("Heading: %(heading)s") % {"heading": page.sections[place].heading},
                max_length=160,
                initial=known,
                error_messages={"required": _("Enter the heading")},
            )
            if page.sections[place].note:
                self.fields[f"note_{place + 1}"] = forms.CharField(
                    label=_("Note: %(note)s") % {"note": page.sections[place].note},
                    max_length=800,
                    initial=there.notes[place] if there and place < len(there.notes) else "",
                    error_messages={"required": _("Enter the note")},
                )

    @property
    def answer(self) -> dict[str, Any]:
        """What was written, by the names of the action."""
        given = self.cleaned_data
        headings = tuple(given[name] for name in self.headings)
        notes = tuple(given.get(name.replace("heading", "note"), "") for name in self.headings)
        words = PageInLanguage(given["title"], given["summary"], headings, notes)
        return {"words": words, "checked_by": given["checked_by"]}

    def rows(self) -> list[forms.BoundField]:
        """The boxes of each section, in order."""
        names = [each for name in self.headings for each in (name, name.replace("heading", "note"))]
        return [self[name] for name in names if name in self.fields]


class PageForm(RefusableForm):
    """A page: what it is called, where it stands, and what is said under each heading."""

    slug = forms.RegexField(
        label=_("Its address"),
        help_text=_("For example enough-milk: the page is then found at advice/enough-milk."),
        regex=SLUG,
        max_length=60,
        error_messages={"required": _("Enter an address"), **NAME_ERRORS},
    )
    kind = forms.TypedChoiceField(
        coerce=PageKind,
        label=_("Whom is it for?"),
        choices=[(each.value, words) for each, words in KINDS.items()],
        initial=PageKind.ADVICE.value,
    )
    title = forms.CharField(label=_("Title"), max_length=120, error_messages={"required": _("Enter the title")})
    summary = forms.CharField(
        label=_("Summary"),
        help_text=_("One sentence for lists and shared links."),
        max_length=300,
        error_messages={"required": _("Enter the summary")},
    )
    topic = forms.TypedChoiceField(
        label=_("Topic"), coerce=PageTopic, choices=[(each.value, words) for each, words in TOPICS.items()]
    )
    order = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=9999, initial=100)
    signs = forms.TypedMultipleChoiceField(
        coerce=Subject,
        label=_("Signs of danger at the top of this page"),
        choices=[(each.value, words) for each, words in SUBJECTS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, page: PageToEdit | None, given: QueryDict | None) -> None:
        super().__init__(given, initial=_initial(page))
        self.fixed_kind = page.kind if page else None
        if page:
            del self.fields["slug"], self.fields["kind"]
        for number in range(1, MOST_SECTIONS + 1):
            self.fields[f"heading_{number}"] = forms.CharField(
                label=_("Heading %(number)d") % {"number": number}, max_length=120, required=False
            )
            self.fields[f"statements_{number}"] = forms.CharField(
                label=_("Ids of the statements under heading %(number)d") % {"number": number},
                max_length=2000,
                required=False,
            )
            if self.fixed_kind is PageKind.SIGNS:
                self.fields[f"level_{number}"] = forms.TypedChoiceField(
                    coerce=Level,
                    empty_value=None,
                    label=_("How fast to act on the signs under heading %(number)d") % {"number": number},
                    choices=[("", _("Choose")), *((each.value, words) for each, words in LEVELS.items())],
                    required=False,
                )
            if self.fixed_kind is not PageKind.ADVICE:
                self.fields[f"note_{number}"] = forms.CharField(
                    label=_("Note under heading %(number)d") % {"number": number},
                    help_text=_("What to ask or listen for and whom to call, or what the group talks about."),
                    max_length=600,
                    required=False,
                )

    def section_rows(self) -> list[list[forms.BoundField]]:
        """The boxes of each section."""
        names = ("heading", "level", "note", "statements")
        return [
            [self[f"{name}_{number}"] for name in names if f"{name}_{number}" in self.fields]
            for number in range(1, MOST_SECTIONS + 1)
        ]

    def clean(self) -> dict[str, Any] | None:
        """A heading has statements under it, and statements have a heading over them."""
        given = super().clean()
        for number in range(1, MOST_SECTIONS + 1):
            heading, keys = (self.cleaned_data.get(f"{name}_{number}") for name in ("heading", "statements"))
            if heading and not keys:
                self.add_error(f"statements_{number}", _("Enter at least one id under this heading"))
            if keys and not heading:
                self.add_error(f"heading_{number}", _("Enter a heading over these statements"))
        return given

    def words(self) -> PageWords:
        """What was written."""
        given = self.cleaned_data
        sections = tuple(
            SectionWords(
                given[f"heading_{n}"],
                tuple(given[f"statements_{n}"].replace(",", " ").split()),
                given.get(f"note_{n}", ""),
                given.get(f"level_{n}"),
            )
            for n in range(1, MOST_SECTIONS + 1)
            if given[f"heading_{n}"]
        )
        return PageWords(
            **{name: given[name] for name in ALIKE},
            signs=tuple(given["signs"]),
            sections=sections,
            kind=self.fixed_kind or given["kind"],
        )


def _initial(page: PageToEdit | None) -> dict[str, Any]:
    if page is None:
        return {}
    said = {name: getattr(page, name) for name in (*ALIKE, "signs")}
    for number, each in enumerate(page.sections, 1):
        said[f"heading_{number}"], said[f"note_{number}"] = each.heading, each.note
        said[f"statements_{number}"], said[f"level_{number}"] = ", ".join(each.statements), each.level or ""
    return said
