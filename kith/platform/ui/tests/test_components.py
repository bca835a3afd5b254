"""The components keep the NHS.UK front end's HTML, say everything in the page's language, and lose no text."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.template import engines

from kith.platform.i18n.texts import LocalText
from kith.platform.ui import gallery
from kith.platform.ui.environment import environment
from kith.platform.ui.tests.conftest import Draw

KITH = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("sample", gallery.SAMPLES, ids=lambda sample: sample.name)
def test_every_sample_of_the_gallery_is_whole_html_without_inline_style_or_script(draw: Draw, sample: gallery.Sample):
    page = draw(sample.code, **gallery.given())
    assert page.elements
    for element in page.elements:
        assert "style" not in element
        assert not [name for name in element if name.startswith("on")]
        assert element[""] != "script"


@pytest.mark.parametrize("name", list(gallery.SampleForm().fields))
def test_every_box_has_a_label_that_names_it(draw: Draw, name: str):
    page = draw(f'{{{{ c.field(form["{name}"]) }}}}', form=gallery.empty_form())
    boxes = page.all("input") + page.all("select") + page.all("textarea")
    assert boxes
    assert {box["id"] for box in boxes} == {label["for"] for label in page.all("label")}


def test_a_refused_box_is_described_by_its_hint_and_its_error(draw: Draw):
    form = gallery.SampleForm({"phone": ""})
    page = draw('{{ c.field(form["phone"]) }}', form=form)
    box = page.one("input")
    assert box["aria-invalid"] == "true"
    assert box["aria-describedby"] == "id_phone-hint id_phone-error"
    assert page.one("span", id="id_phone-error")
    assert page.one("div", _class="nhsuk-form-group--error")


def test_what_was_typed_stands_in_the_box_again_and_is_escaped(draw: Draw):
    form = gallery.SampleForm({"name": '"><script>alert(1)</script>'})
    page = draw('{{ c.field(form["name"]) }}', form=form)
    assert page.one("input")["value"] == '"><script>alert(1)</script>'
    assert not page.all("script")


def test_the_error_summary_leads_to_the_first_box_of_each_question(draw: Draw):
    form = gallery.refused_form()
    summary = draw("{{ c.error_summary(form) }}", form=form)
    boxes = draw("{% for bound in form %}{{ c.field(bound) }}{% endfor %}", form=form)
    ids = {element.get("id") for element in boxes.elements}
    targets = [link["href"].removeprefix("#") for link in summary.all("a")]
    assert len(targets) == len(form.errors)
    assert set(targets) <= ids


def test_a_form_without_errors_has_no_summary(draw: Draw):
    assert draw("{{ c.error_summary(form) }}", form=gallery.empty_form()).elements == []


def test_a_number_is_asked_for_with_digits_and_no_spinner(draw: Draw):
    box = draw('{{ c.field(form["weeks"], width=2) }}', form=gallery.empty_form()).one("input")
    assert (box["type"], box["inputmode"]) == ("text", "numeric")
    assert "nhsuk-input--width-2" in box["class"]


def test_choices_that_were_made_stay_made(draw: Draw):
    form = gallery.SampleForm({"interpreter": "yes", "days": ["sat"], "need": "milk", "agree": "on"})
    page = draw("{% for bound in form %}{{ c.field(bound) }}{% endfor %}", form=form)
    assert [box["value"] for box in page.all("input") if "checked" in box and "value" in box] == ["yes", "sat"]
    assert "checked" in page.one("input", name="agree")
    assert [option["value"] for option in page.all("option") if "selected" in option] == ["milk"]


def test_a_hint_of_one_choice_is_read_with_that_choice(draw: Draw):
    page = draw('{{ c.field(form["days"], hints={"sat": "Mornings"}) }}', form=gallery.empty_form())
    assert page.one("input", value="sat")["aria-describedby"] == page.one("div", _class="checkboxes__hint")["id"]
    assert "aria-describedby" not in page.one("input", value="mon")


def test_a_date_is_asked_in_three_boxes_within_one_named_group(draw: Draw):
    page = draw('{{ c.field(form["due"], autocomplete="bday") }}', form=gallery.empty_form())
    assert [box["name"] for box in page.all("input")] == ["due_day", "due_month", "due_year"]
    assert [box["autocomplete"] for box in page.all("input")] == ["bday-day", "bday-month", "bday-year"]
    assert page.one("fieldset")["aria-describedby"] == "id_due-hint"
    assert page.one("legend")


def test_only_what_may_be_left_out_says_optional(draw: Draw):
    page = draw('{{ c.field(form["name"]) }}{{ c.field(form["email"]) }}', form=gallery.empty_form())
    assert [label["text"] for label in page.all("label")] == ["Your name", "E-mail (optional)"]


def test_a_clickable_card_has_one_link_around_its_heading(draw: Draw):
    page = draw('{{ c.card("Café", "Tea", href="/x/", level=3) }}')
    assert page.one("a", href="/x/")["text"] == "Café"
    assert page.one("h3")


def test_a_care_card_says_in_words_how_urgent_it_is(draw: Draw):
    for kind, words in (("emergency", "Immediate action"), ("urgent", "Urgent advice"), ("non-urgent", "Non-urgent")):
        page = draw(f'{{{{ c.care_card("Call", kind="{kind}", items=["a", "b"]) }}}}')
        assert words in page.one("span", _class="visually-hidden")["text"]
        assert len(page.all("li")) == 2


def test_a_body_between_call_and_endcall_stands_inside(draw: Draw):
    page = draw('{% call c.inset_text() %}<p id="inside">Here</p>{% endcall %}')
    assert page.one("p", id="inside")["text"] == "Here"


def test_a_telephone_number_can_be_dialled_and_reads_from_left_to_right(draw: Draw):
    page = draw('{{ c.phone("+443001000212") }}')
    assert page.one("a")["href"] == "tel:+443001000212"
    assert page.one("bdi") == {"": "bdi", "text": "0300 100 0212", "dir": "ltr"}
    assert draw('{{ c.phone("999") }}').one("a")["href"] == "tel:999"


def test_a_text_in_another_language_says_which(draw: Draw):
    page = draw("{{ c.local_text(words) }}", words=LocalText("مرحبا", "ar"))
    assert page.one("span")["lang"] == "ar"
    assert page.one("span")["dir"] == "rtl"
    assert draw("{{ c.local_text(words) }}", words=LocalText("Hello", "en")).elements == []


@pytest.mark.usefixtures("in_arabic")
def test_an_english_fallback_on_an_arabic_page_runs_from_left_to_right(draw: Draw):
    page = draw("{{ c.local_text(words) }}", words=LocalText("Hello", "en"))
    assert (page.one("span")["lang"], page.one("span")["dir"]) == ("en", "ltr")


def test_dates_and_times_are_written_as_the_language_does(draw: Draw):
    moment = dt.datetime(2026, 7, 4, 13, 30, tzinfo=dt.UTC)
    page = draw("{{ c.date(moment) }} {{ c.time(moment) }}", moment=moment)
    assert [time["datetime"] for time in page.all("time")] == ["2026-07-04", "14:30"]
    assert [bdi["text"] for bdi in page.all("bdi")] == ["Saturday 4 July 2026", "2:30pm"]
    assert draw("{{ c.time(noon) }}", noon=dt.time(12)).one("bdi")["text"] == "12pm"


@pytest.mark.usefixtures("in_arabic")
def test_arabic_dates_keep_latin_digits(draw: Draw):
    page = draw("{{ c.date(day) }}{{ c.number(12345.5) }}", day=dt.date(2026, 7, 4))
    assert [bdi["text"] for bdi in page.all("bdi")] == ["السبت 4 يوليو 2026", "12,345.5"]


def test_a_table_names_its_rows_and_columns_and_isolates_its_numbers(draw: Draw):
    page = draw('{{ c.table("Fed", ["Quarter", "Share"], [["April", "52%"]], numeric=(1,), stacked=true) }}')
    assert [(head["scope"], head["text"]) for head in page.all("th")] == [
        ("col", "Quarter"),
        ("col", "Share"),
        ("row", "April"),
    ]
    assert page.one("td")["data-label"] == "Share"
    assert page.one("bdi")["text"] == "52%"
    assert page.one("caption")["text"] == "Fed"


def test_pagination_draws_only_the_ways_there_are(draw: Draw):
    page = draw('{{ c.pagination(next=("21 to 40", "?page=2")) }}')
    assert page.one("a")["rel"] == "next"


def test_every_word_of_a_component_can_be_translated():
    fresh = environment(loader=engines["pages"].env.loader, autoescape=True)
    fresh.install_gettext_callables(lambda text: f"⟦{text}⟧", lambda one, many, n: f"⟦{one}⟧", newstyle=False)
    html = fresh.from_string(
        '{% import "components.jinja" as c %}{{ c.back_link("/") }}{{ c.skip_link() }}'
        '{{ c.pagination(previous=("a", "/"), next=("b", "/")) }}{{ c.error_summary(form) }}{{ c.field(form["due"]) }}'
        "{{ c.demonstration_banner() }}{{ c.inset_text('x') }}"
    ).render(form=gallery.refused_form())
    for english in ("Back", "Skip to main content", "Previous", "Next", "There is a problem", "Day", "Error:"):
        assert f"⟦{english}⟧" in html, english
        assert f">{english}<" not in html, english


BOX = re.compile(r"<textarea\b[^>]*", re.DOTALL)
TURNS = re.compile(r'dir="auto"|"dir": "auto"')


def without_a_side(text: str) -> list[str]:
    """Boxes for free words that begin on the side of the page's language, not of the words'."""
    return [box for box in BOX.findall(text) if not TURNS.search(box)]


def test_free_words_begin_on_the_side_of_their_own_language_in_every_room():
    pages = {path: path.read_text("utf-8") for path in KITH.rglob("*.jinja")}
    assert {path.name: without_a_side(text) for path, text in pages.items() if without_a_side(text)} == {}
    assert without_a_side('<textarea name="words" rows="3"></textarea>'), "the control"


def test_the_box_for_free_words_says_so_and_a_page_may_say_another_side(draw: Draw):
    assert draw('{{ c.field(form["message"]) }}', form=gallery.empty_form()).one("textarea")["dir"] == "auto"
    turned = draw('{{ c.field(form["message"], attrs={"dir": "ltr"}) }}', form=gallery.empty_form())
    assert turned.one("textarea")["dir"] == "ltr"
