"""The card that tells it once: read with its number, shown to her, closed by five wrong ones or by her word."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import hashers

from kith.families.actions import cards as cards_module
from kith.families.actions.cards import end_card, make_card, read_card
from kith.families.actions.deaths import record_bereavement
from kith.families.models.card import Card, CardReading
from kith.families.queries.page import family_page
from kith.families.queries.reach import organisations_that_may_open
from kith.families.queries.record_reads import record_reads
from kith.families.queries.trust import card_just_read, card_page
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.families.rules.trust import CardPart, NewCard
from kith.families.wording.cards import card_texts
from kith.kernel import clock as kernel_clock
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.listing import ListAsked
from testing.people import a_family, at_the_same_moment, look_together, organisation, parent_of, worker

pytestmark = pytest.mark.django_db
ALL = frozenset(CardPart)


@pytest.fixture
def family_id(db):
    return a_family(organisation(), phone="+447700900123", speaks="ro", reads="ro")


@pytest.fixture
def parent(family_id):
    return parent_of(family_id)[1]


def make(parent, family_id, *, key="a", parts=ALL, days=7):
    card = NewCard(parts, days, goal="Să alăptez până la șase luni", helps="Vorbiți rar")
    made = make_card(by=parent, family_id=family_id, card=card, language="ro", request_key=key)
    return made, Card.objects.get(pk=made.id)


def read(token, pin):
    return read_card(by=ANONYMOUS, token=token, pin=pin, service="Riverside Surgery", person="Dr Amir Shah")


def another(pin):
    return f"{(int(pin) + 1) % 10**6:06}"


def test_the_number_is_told_once_and_kept_as_a_digest(parent, family_id):
    made, row = make(parent, family_id)
    assert made.pin
    assert re.fullmatch(r"[0-9]{6}", made.pin)
    assert made.pin not in row.pin_digest
    assert hashers.check_password(made.pin, row.pin_digest)
    again, _ = make(parent, family_id)
    assert (again.id, again.pin) == (made.id, None)


def test_who_has_the_number_reads_it_and_she_sees_who(parent, family_id):
    made, row = make(parent, family_id)
    reading = read(row.token, made.pin)
    assert not isinstance(reading, Refusal)
    hers, english = card_texts(card_just_read(ANONYMOUS, reading))
    assert (hers.language.code, english.language.code) == ("ro", "en")
    said = {line.label: line for line in english.lines}
    assert said["Names"].lines == ("Ana Pop",)
    assert "I speak Romanian" in said["Languages"].lines
    assert said["What I hope for with feeding"].lang == "ro"
    (look,) = record_reads(parent, family_id, ListAsked()).rows
    assert look.outside == ("Riverside Surgery", "Dr Amir Shah")
    (_, readings) = card_page(parent, made.id)
    assert [each.service for each in readings] == ["Riverside Surgery"]


def test_what_she_did_not_choose_does_not_stand_on_it(parent, family_id):
    made, row = make(parent, family_id, parts=frozenset({CardPart.LANGUAGES}))
    reading = read(row.token, made.pin)
    assert not isinstance(reading, Refusal)
    facts = card_just_read(ANONYMOUS, reading)
    assert (facts.names, facts.babies, facts.phone, facts.goal) == ((), (), "", "")
    assert "Ana" not in str(card_texts(facts))


@pytest.mark.parametrize("what", ["wrong number", "unknown", "ended", "expired", "locked"])
def test_whatever_is_wrong_the_answer_is_the_same(parent, family_id, clock, what):
    made, row = make(parent, family_id)
    token, pin = row.token, made.pin
    if what == "wrong number":
        pin = another(pin)
    elif what == "unknown":
        token = "nobody"
    elif what == "ended":
        end_card(by=parent, family_id=family_id, card_id=made.id)
    elif what == "expired":
        clock.advance(days=7)
    else:
        for _ in range(5):
            read(token, another(pin))
    assert read(token, pin) == Refusal("card_cannot_be_read")
    assert not CardReading.objects.exists()


def test_four_wrong_numbers_and_the_right_one_begin_anew(parent, family_id):
    made, row = make(parent, family_id)
    for _ in range(2):
        for _ in range(4):
            read(row.token, another(made.pin))
        assert not isinstance(read(row.token, made.pin), Refusal)


def test_nobody_ends_or_sees_the_card_of_another_family(parent, family_id):
    made, _ = make(parent, family_id)
    _, stranger = parent_of(a_family(name="Ion Rus", phone="+447700900124"))
    with pytest.raises(NotFound):
        card_page(stranger, made.id)
    with pytest.raises(NotFound):
        end_card(by=stranger, family_id=family_id, card_id=made.id)
    other = a_family(name="Mia Lup", phone="+447700900125")
    with pytest.raises(NotFound):
        end_card(by=parent_of(other)[1], family_id=other, card_id=made.id)


@pytest.mark.parametrize(
    ("card", "code"),
    [
        (NewCard(frozenset(), 7), "card_is_empty"),
        (NewCard(frozenset({CardPart.NAMES}), 91), "card_days"),
        (NewCard(frozenset({CardPart.GOAL}), 7), "card_goal_missing"),
        (NewCard(frozenset({CardPart.HELPS}), 7), "card_helps_missing"),
    ],
)
def test_a_card_that_cannot_be_is_refused(parent, family_id, card, code):
    with pytest.raises(Refusal, match=code):
        make_card(by=parent, family_id=family_id, card=card, language="ro", request_key="b")


def test_a_death_in_the_family_ends_its_cards(parent, family_id):
    made, row = make(parent, family_id)
    (at,) = organisations_that_may_open(family_id)
    midwife = worker(at=at)
    baby = family_page(parent, family_id).babies[0]
    death = NewBereavement(Loss.BABY, baby.id, midwife.membership_id, kernel_clock.today() + timedelta(days=1))
    record_bereavement(by=midwife, family_id=family_id, new=death)
    assert isinstance(read(row.token, made.pin), Refusal)


def guess_ten_times(monkeypatch):
    family_id = a_family(organisation(), phone="+447700900123")
    made, row = make(parent_of(family_id)[1], family_id)
    compared = []
    monkeypatch.setattr(cards_module, "check_password", lambda *_: compared.append(1))
    at_the_same_moment(*[lambda: read(row.token, another(made.pin))] * 10)
    return Card.objects.get(pk=made.id).wrong_count


@pytest.mark.django_db(transaction=True)
def test_ten_guesses_at_once_are_counted_and_close_the_card(monkeypatch):
    assert guess_ten_times(monkeypatch) == 5


@pytest.mark.django_db(transaction=True)
def test_without_locking_the_card_guesses_would_go_uncounted(monkeypatch):
    unlocked = look_together(10, lambda token: Card.objects.filter(token=token).first())
    monkeypatch.setattr(cards_module, "_locked", unlocked)
    assert guess_ten_times(monkeypatch) == 1
