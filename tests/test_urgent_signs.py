"""Before every box in which a person might report a worry stand the signs to act on and the numbers to call."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django import forms
from django.template import engines

from kith.platform.ui.gallery import SampleForm
from kith.platform.ui.signs import signs_about

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[1] / "kith"
THE_ONE_DRAWER = ROOT / "platform/ui/templates/components/forms.jinja"
SIGN = "is floppy, or does not respond as usual"


def templates() -> list[Path]:
    found = sorted((*ROOT.rglob("*.jinja"), *ROOT.rglob("templates/**/*.html")))
    assert len(found) > 40
    return found


def bare_boxes(text: str) -> Iterator[str]:
    """Boxes drawn by hand, and boxes that claim that the signs stand further up where they do not."""
    for box in re.finditer(r"<textarea|signs=false", text):
        if "c.urgent_signs(" not in text[: box.start()]:
            yield text[max(0, box.start() - 60) : box.end()]


def drawn(code: str, **given: object) -> str:
    template = engines["pages"].from_string('{% import "components.jinja" as c with context %}' + code)
    return " ".join(template.render(given).split())


@pytest.mark.parametrize("path", [each for each in templates() if each != THE_ONE_DRAWER], ids=str)
def test_no_template_has_a_box_for_words_without_the_signs_before_it(path: Path) -> None:
    assert list(bare_boxes(path.read_text())) == []


def test_a_box_for_words_brings_the_signs_with_it_and_no_other_field_does() -> None:
    form = SampleForm()
    shown = drawn('{{ c.field(form["message"]) }}', form=form)
    assert SIGN in shown
    assert shown.index(SIGN) < shown.index("<textarea")
    assert shown.index("tel:999") < shown.index("tel:111") < shown.index("<textarea")
    others = [name for name, field in form.fields.items() if not isinstance(field.widget, forms.Textarea)]
    assert len(others) > 5
    for name in others:
        assert SIGN not in drawn("{{ c.field(form[name]) }}", form=form, name=name)


def test_no_sign_stands_in_code_or_in_a_catalogue() -> None:
    signs = [sign.text.text for about in signs_about() for card in about.cards for sign in card.signs]
    assert len(signs) > 70
    assert SIGN in signs
    code = [*templates(), *(path for path in ROOT.rglob("*.py") if "tests" not in path.parts), *ROOT.rglob("*.po")]
    everything = "\n".join(path.read_text() for path in code)
    short = {"you have a fit"}
    assert [sign for sign in signs if sign not in short and sign in everything] == []


@pytest.mark.parametrize("bare", ['<textarea name="x">', '{{ c.field(form["x"], signs=false) }}{{ c.urgent_signs() }}'])
def test_the_control_a_box_without_the_signs_is_noticed(bare: str) -> None:
    assert list(bare_boxes(bare))
    assert not list(bare_boxes(f"{{{{ c.urgent_signs() }}}}{bare}"))
