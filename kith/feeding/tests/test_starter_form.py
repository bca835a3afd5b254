"""The starter form is said in the reader's language, with the English that was agreed on beside it."""

import pytest

from kith.feeding.forms.assessments import AssessmentForm
from kith.feeding.models.assessments import FormVersion
from kith.feeding.rules.assessments import Choice, Question, from_data
from kith.feeding.wording import assessments as starter_form
from kith.feeding.wording.assessments import asked_words, form_words
from kith.platform.i18n import catalogue

FEEDS = {"en": "How many feeds in 24 hours?"}


@pytest.fixture
def romanian(monkeypatch):
    monkeypatch.setattr(starter_form, "gettext", lambda text: {FEEDS["en"]: "Câte mese în 24 de ore?"}.get(text, text))


@pytest.mark.django_db
def test_every_sentence_of_the_starter_form_goes_to_the_translators():
    content = from_data(FormVersion.objects.get(form__key="how-feeding-goes").content)
    said = {content.title["en"]}
    for question in content.questions:
        said |= {question.text["en"], *question.hint.values(), *(choice.text["en"] for choice in question.choices)}
    assert said - {str(message.id) for message in catalogue.read("ro")} == set()


def test_a_starter_sentence_is_translated_with_the_english_beside_it(romanian):
    found = form_words(FEEDS, "ro")
    assert (str(found), found.lang) == ("Câte mese în 24 de ore?", "ro")
    assert asked_words(FEEDS, "ro") == "Câte mese în 24 de ore? · \u2068How many feeds in 24 hours?\u2069"
    assert asked_words(FEEDS, "en") == form_words(FEEDS, "en").text == FEEDS["en"]


def test_what_the_place_wrote_itself_comes_first_and_what_it_changed_is_not_guessed(romanian):
    own = {**FEEDS, "ro": "De câte ori mănâncă?"}
    assert asked_words(own, "ro") == "De câte ori mănâncă?"
    changed = form_words({"en": "How many feeds since yesterday?"}, "ro")
    assert (str(changed), changed.lang) == ("How many feeds since yesterday?", "en")


def test_a_sentence_without_a_translation_yet_stays_honestly_english():
    found = form_words({"en": "Wakes for most feeds"}, "xx")
    assert (str(found), found.lang) == ("Wakes for most feeds", "en")
    assert asked_words({"en": "Wakes for most feeds"}, "xx") == "Wakes for most feeds"


def test_the_form_asks_so(romanian):
    question = Question("q1", FEEDS, (Choice("c1", {"en": "8 or more"}),))
    field = AssessmentForm(questions=(question,), lang="ro").fields["q1"]
    assert str(field.label).startswith("Câte mese")
    assert field.choices == [("c1", "8 or more")]
