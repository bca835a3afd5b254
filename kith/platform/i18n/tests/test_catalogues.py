"""Every word of the interface is in every catalogue, translated, with its placeholders; the files are up to date."""

import re
from functools import cache
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from django.utils.translation import gettext, ngettext, override, pgettext

from kith.platform.i18n import catalogue, extraction
from kith.platform.i18n.catalogue import Catalogue

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|%[sd]")
PLURAL_FORMS = {"ro": 3, "pl": 3, "ar": 6} | dict.fromkeys(("ur", "so", "bn", "pa"), 2)
# Which form each number takes. Babel's locales, its catalogues and translators' tools do not agree (nought in Bengali
# and Punjabi): a file that comes home with another formula would put its words to other numbers, without an error.
PLURALS = {
    "ro": "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5);",
} | dict.fromkeys(("ur", "so", "bn", "pa"), "nplurals=2; plural=(n != 1);")
languages = pytest.mark.parametrize("code", catalogue.TRANSLATED)


@cache
def read(code: str) -> Catalogue:
    return catalogue.read(code)


@cache
def words() -> Catalog:
    return extraction.template()


def messages(code: str) -> list[Message]:
    return [message for message in read(code) if message.id]


def forms(message: Message) -> list[str]:
    return list(message.string) if message.pluralizable else [message.string]


def odd_placeholders(message: Message, exact: frozenset[int] = frozenset()) -> list[str]:
    """The translations whose placeholders are not those of the English; an exact form may leave its number out."""
    english = sorted(PLACEHOLDER.findall(message.id[1] if message.pluralizable else message.id))
    odd = []
    for at, form in enumerate(forms(message)):
        found = sorted(PLACEHOLDER.findall(form))
        left_out = set(english) - set(found)
        is_exact = message.pluralizable and at in exact
        is_fine = found == english or (is_exact and set(found) <= set(english) and len(left_out) == 1)
        odd += [] if is_fine else [form]
    return odd


def exact_forms(translated: Catalogue) -> frozenset[int]:
    """The plural forms that stand for one number only, such as the Arabic dual."""
    choose = c2py(translated.plural_expr)
    used = [choose(number) for number in range(1000)]
    return frozenset(form for form in used if used.count(form) == 1)


@languages
def test_the_committed_catalogue_is_up_to_date_with_the_source(code: str) -> None:
    fresh = extraction.updated(code, words())
    # Said first: two texts of a megabyte, compared in the message of a failure, take minutes.
    is_up_to_date = catalogue.as_text(fresh) == catalogue.source(code).read_bytes()
    assert is_up_to_date, "run: make messages"


@languages
def test_every_message_is_translated_in_every_plural_form(code: str) -> None:
    assert extraction.untranslated(read(code)) == []
    assert len(messages(code)) > 300


@languages
def test_no_message_is_fuzzy(code: str) -> None:
    assert [message.id for message in messages(code) if message.fuzzy] == []


@languages
def test_plural_messages_have_all_the_forms_of_the_language(code: str) -> None:
    assert read(code).num_plurals == PLURAL_FORMS[code]
    counts = {len(message.string) for message in messages(code) if message.pluralizable}
    assert counts == {PLURAL_FORMS[code]}


@languages
def test_each_number_takes_the_form_it_always_took(code: str) -> None:
    assert read(code).plural_forms == PLURALS[code]


def test_the_control_a_catalogue_comes_home_with_another_formula(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back = tmp_path / "pa/LC_MESSAGES/django.po"
    back.parent.mkdir(parents=True)
    back.write_text(catalogue.source("pa").read_text("utf-8").replace("plural=(n != 1)", "plural=(n > 1)"), "utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    assert catalogue.read("pa").plural_forms == "nplurals=2; plural=(n > 1);"


@languages
def test_placeholders_are_those_of_the_english(code: str) -> None:
    exact = exact_forms(read(code))
    assert [odd for message in messages(code) for odd in odd_placeholders(message, exact)] == []


@languages
def test_no_translation_says_everything_twice(code: str) -> None:
    said = [
        form
        for message in messages(code)
        for form in ([message.string] if isinstance(message.string, str) else message.string)
    ]
    assert len(said) > 5000
    assert [form for form in said if len(form) > 8 and form == form[: len(form) // 2] * 2] == []


def test_a_lost_placeholder_is_noticed() -> None:
    assert odd_placeholders(Message("Kith in %(place)s", "Kith în %(loc)s")) == ["Kith în %(loc)s"]
    assert odd_placeholders(Message("Kith in %(place)s", "Kith"), frozenset({0})) == ["Kith"]
    assert odd_placeholders(Message(("%(n)d day", "%(n)d days"), ("o zi", "%(n)d zile")), frozenset({0})) == []
    assert odd_placeholders(Message(("%(n)d day", "%(n)d days"), ("o zi", "zile")), frozenset({0})) == ["zile"]


def test_the_arabic_forms_for_none_one_and_two_are_exact() -> None:
    assert exact_forms(read("ar")) == {0, 1, 2}
    assert exact_forms(read("ro")) == {0}


@languages
def test_django_speaks_the_words_of_the_catalogue(code: str) -> None:
    form_of_one = c2py(read(code).plural_expr)(1)
    with override(code):
        for message in messages(code):
            if message.pluralizable:
                assert ngettext(*message.id, 1) == message.string[form_of_one]
            elif message.context:
                assert pgettext(message.context, message.id) == message.string
            else:
                assert gettext(message.id) == message.string


def test_romanian_is_written_with_its_own_letters() -> None:
    cedillas = re.compile("[şţŞŢ]")
    assert [form for message in messages("ro") for form in forms(message) if cedillas.search(form)] == []


def test_arabic_is_written_with_its_own_marks_and_latin_digits() -> None:
    latin_marks_or_arabic_digits = re.compile(r"[\u0600-\u06ff][,;?]|[\u0660-\u0669\u06f0-\u06f9]")
    found = [form for message in messages("ar") for form in forms(message) if latin_marks_or_arabic_digits.search(form)]
    assert found == []


@languages
def test_a_sentence_ends_like_its_english(code: str) -> None:
    ends = {".": ".۔।", ":": ":", "?": "?؟", "!": "!"}
    odd = []
    for message in messages(code):
        english = (message.id[1] if message.pluralizable else message.id).strip()
        if english[-1] in ends:
            odd += [form for form in forms(message) if form.strip()[-1] not in ends[english[-1]]]
    assert odd == []


def in_the_words_of(code: str, other: str) -> list[str]:
    """The sentences that this language says word for word as the other one does, and not as the English."""
    theirs = {(message.context, str(message.id)): message.string for message in messages(other)}
    return [
        str(message.id)
        for message in messages(code)
        if len(str(message.id).split()) > 2
        and re.search(r"\w{3}", PLACEHOLDER.sub("", str(message.string)))
        and message.string == theirs.get((message.context, str(message.id))) != message.id
    ]


@languages
def test_no_sentence_is_said_in_the_words_of_another_language(code: str) -> None:
    assert {other: in_the_words_of(code, other) for other in catalogue.TRANSLATED if other != code} == {
        other: [] for other in catalogue.TRANSLATED if other != code
    }


def test_the_control_a_sentence_in_another_language_is_noticed() -> None:
    assert len(in_the_words_of("ro", "ro")) > 1000
