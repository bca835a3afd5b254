"""The samples of the gallery: each is shown as code and drawn from that same code."""

from dataclasses import dataclass
from datetime import date

from django import forms

from kith.platform.listing import ListAsked, Paged
from kith.platform.ui.fields import DatePartsField


class SampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="Your name", max_length=80)
    phone = forms.CharField(
        label="Mobile number", help_text="We text you if the session changes.", widget=forms.TextInput({"type": "tel"})
    )
    email = forms.EmailField(label="E-mail", required=False)
    weeks = forms.IntegerField(label="Weeks pregnant", max_value=42)
    need = forms.ChoiceField(
        label="What would help?",
        choices=[("", "Choose one"), ("hurts", "It hurts"), ("milk", "Not sure there is enough")],
    )
    message = forms.CharField(label="Anything we should know", widget=forms.Textarea, required=False)
    interpreter = forms.ChoiceField(
        label="Do you need an interpreter?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect
    )
    days = forms.MultipleChoiceField(
        label="Which days suit you?",
        choices=[("mon", "Monday"), ("sat", "Saturday")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    due = DatePartsField(label="When is your baby due?", help_text="For example, 27 3 2026.")
    agree = forms.BooleanField(label="Keep my number for this booking only")


@dataclass(frozen=True)
class Sample:
    """One component and the code that draws it."""

    name: str
    code: str


def empty_form() -> SampleForm:
    """The form as it is first seen."""
    return SampleForm()


def refused_form() -> SampleForm:
    """The same form sent back with everything wrong."""
    wrong = {"phone": "07700", "email": "someone", "due_day": "31", "due_month": "2", "due_year": "2026"}
    return SampleForm(wrong, auto_id="refused_%s")


LISTED = Paged(("a row",), ListAsked(2, "Pop"), page=2, pages=7, count=312)


def given() -> dict[str, object]:
    """What the samples draw from."""
    return {"form": empty_form(), "refused": refused_form(), "review_on": REVIEW_ON, "listed": LISTED}


REVIEW_ON = date(2027, 3, 1)

SAMPLES = (
    Sample("Button", '{{ c.button("Book two places") }} {{ c.button("Not now", kind="secondary") }}'),
    Sample("Link button", '{{ c.link_button("Find support", "/en/find-support/") }}'),
    Sample("Action link", '{{ c.action_link("Find a group near you", "/en/find-support/") }}'),
    Sample("Back link", '{{ c.back_link("/en/") }}'),
    Sample("Breadcrumb", '{{ c.breadcrumb([("Home", "/en/"), ("Find support", "/en/find-support/")]) }}'),
    Sample(
        "Pagination",
        '{{ c.pagination(previous=("1 to 20", "?page=1"), next=("41 to 60", "?page=3"), label="Sessions") }}',
    ),
    Sample("Pages of a list", "{{ c.pages(listed) }}"),
    Sample("Search in a list", '{{ c.list_search(listed, "Name of a parent") }}'),
    Sample("Card", '{{ c.card("Baby café", "Walk in. Prams inside, tea on us.", href="/en/find-support/") }}'),
    Sample(
        "Care card, emergency",
        '{{ c.care_card("Call 999 if your baby", kind="emergency", items=["has a fit", "goes blue"]) }}',
    ),
    Sample(
        "Care card, urgent",
        '{{ c.care_card("Call your midwife or 111 if your baby", kind="urgent", items=["is floppy", "is pale"]) }}',
    ),
    Sample("Care card", '{{ c.care_card("Talk to someone if feeding hurts", items=["at any time"]) }}'),
    Sample(
        "Tag",
        '{{ c.tag("Free") }} {{ c.tag("Places left", "green") }} {{ c.tag("Nearly full", "yellow") }} '
        '{{ c.tag("Full", "grey") }} {{ c.tag("Cancelled today", "red") }} {{ c.tag("Online", "white") }}',
    ),
    Sample("Inset text", '{{ c.inset_text("You can bring anyone who helps you.") }}'),
    Sample("Warning callout", '{{ c.warning_callout("Messages are not watched", "Call if you are worried.") }}'),
    Sample("Notification banner", '{{ c.notification_banner("The café moved to the library.", id="news") }}'),
    Sample(
        "Notification banner, success",
        '{{ c.notification_banner("Two places are yours.", kind="success", id="done") }}',
    ),
    Sample("Details", '{{ c.details("What a visit is like", "You sit down, someone brings tea.") }}'),
    Sample(
        "Summary list",
        '{{ c.summary_list([("When", c.date(review_on)), ("Places", "2", ("Change", "#places"))]) }}',
    ),
    Sample(
        "Table",
        '{{ c.table("Fed with breast milk at 6 to 8 weeks", ["Quarter", "Babies due", "Share"], '
        '[["April to June", "812", "52.1%"], ["July to September", "799", "53.4%"]], numeric=(1, 2), stacked=true) }}',
    ),
    Sample(
        "Words",
        "{{ c.date(review_on) }}, {{ c.phone('+443001000212') }}, {{ c.number(12345) }}, {{ c.percent(0.521) }}",
    ),
    Sample("Call button", '{{ c.call_button("111") }}'),
    Sample("Urgent signs", "{{ c.urgent_signs() }}"),
    Sample("Provenance", '{{ c.provenance("NHS", "Infant-feeding lead", review_on) }}'),
    Sample("Error summary", "{{ c.error_summary(refused) }}"),
    *(
        Sample(f"Field: {label}", f'{{{{ c.field(form["{name}"]{extra}) }}}}')
        for name, label, extra in (
            ("name", "text", ', autocomplete="name"'),
            ("phone", "telephone", ', autocomplete="tel", width=20'),
            ("email", "e-mail", ', autocomplete="email"'),
            ("weeks", "number", ", width=2"),
            ("need", "select", ""),
            ("message", "textarea", ", rows=3"),
            ("interpreter", "radios", ", inline=true"),
            ("days", "checkboxes", ', hints={"sat": "Mornings only."}'),
            ("due", "date", ""),
            ("agree", "checkbox", ""),
        )
    ),
    Sample("Field with an error", '{{ c.field(refused["phone"]) }}{{ c.field(refused["due"]) }}'),
    Sample("Wordmark", '{{ c.wordmark("Kith") }}'),
)
