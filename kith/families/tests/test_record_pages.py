"""The record through its pages: changed, compared, merged, split, and a parent's own part of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override

from kith.families.actions.birth import record_birth
from kith.families.actions.people import change_safe_contact
from kith.families.actions.registering import register_family
from kith.families.models.family import Address, Family
from kith.families.models.living import CrisisFlag, HouseholdMember
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.queries.cards import contact_of
from kith.families.queries.reach import is_known_contact
from kith.families.rules.codes import Channel, InterpreterNeed
from kith.families.rules.entries import NewBaby, NewConsent, NewFamily, NewParent, SafeContact
from kith.kernel import clock
from kith.organisations.rules import Role
from testing.people import KITH, a_family, account_of, organisation, parent_of, worker
from testing.words import without_addresses


@pytest.fixture
def ours(db: None) -> Any:
    return organisation()


@pytest.fixture
def visitor(ours: Any) -> Any:
    return worker(at=ours)


@pytest.fixture
def desk(client: Any, visitor: Any) -> Any:
    client.force_login(account_of(visitor))
    return client


@pytest.fixture
def family_id(ours: Any) -> Any:
    return a_family(ours, phone="+447700900123", email="ana@example.org")


def post(client: Any, name: str, data: dict[str, Any], *ids: Any) -> Any:
    return client.post(reverse(name, args=ids), data)


def text(answer: Any) -> str:
    return answer.content.decode()


PARENT = {
    "given_name": "Ana",
    "family_name": "Popescu",
    "relation": "mother",
    "born_on_day": "3",
    "born_on_month": "2",
    "born_on_year": "1995",
    "phone": "07700 900124",
    "email": "Ana@Example.org",
    "ethnicity": "CR",
    "nhs_number": "999 123 4578",
}


def test_who_a_parent_is_can_be_changed_and_is_shown(desk, family_id):
    parent = Parent.objects.get(family_id=family_id)
    answer = post(desk, "change-parent", PARENT, family_id, parent.pk)
    assert answer.status_code == 302, text(answer)
    parent.refresh_from_db()
    # The number is asked for first where codes went so far.
    assert (parent.phone, parent.email, parent.nhs_number) == ("+447700900123", "ana@example.org", "9991234578")
    assert parent.is_main
    page = text(desk.get(reverse("family-record", args=[family_id])))
    assert "999 123 4578" in page
    assert "Any other White background: Roma" in page
    assert "999 123 4578" not in text(desk.get(reverse("family", args=[family_id])))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"nhs_number": "999 123 4571"}, "the last one must fit"),
        ({"phone": "12"}, "Check the phone number"),
        ({"given_name": ""}, "Enter a first name"),
        ({"born_on_year": "1890"}, "Check the date of birth"),
        ({"email": "ana"}, "Enter an e-mail address like"),
    ],
)
def test_what_cannot_be_is_said_beside_its_question(desk, family_id, change, words):
    parent = Parent.objects.get(family_id=family_id)
    answer = post(desk, "change-parent", {**PARENT, **change}, family_id, parent.pk)
    assert answer.status_code == 422
    assert words in text(answer)
    parent.refresh_from_db()
    assert parent.nhs_number == ""


def test_an_nhs_number_is_one_persons(desk, family_id, ours):
    other = a_family(ours, name="Ioana Pop", nhs_number="9991234578")
    parent = Parent.objects.get(family_id=family_id)
    answer = post(desk, "change-parent", PARENT, family_id, parent.pk)
    assert answer.status_code == 422
    assert "stands on another record" in text(answer)
    assert Parent.objects.get(family_id=other).nhs_number == "9991234578"


def test_another_parent_sent_twice_is_one_and_can_become_the_first_to_speak_to(desk, family_id):
    page = text(desk.get(reverse("add-parent", args=[family_id])))
    key = page.partition('name="request_key" value="')[2][:36]
    data = {**PARENT, "given_name": "Dan", "relation": "father", "is_main": "on", "request_key": key}
    assert post(desk, "add-parent", data, family_id).status_code == 302
    assert post(desk, "add-parent", data, family_id).status_code == 302
    rows = Parent.objects.filter(family_id=family_id).order_by("given_name")
    assert list(rows.values_list("given_name", "is_main")) == [("Ana", False), ("Dan", True)]


def test_languages_and_needs(desk, family_id):
    parent = Parent.objects.get(family_id=family_id)
    data = {
        "speaks": "ro",
        "reads": "en",
        "interpreter_need": "yes",
        "access_needs": ["step_free", "sight"],
        "access_words": "Reads with a loupe",
    }
    assert post(desk, "change-needs", data, family_id, parent.pk).status_code == 302
    page = text(desk.get(reverse("family", args=[family_id])))
    assert "A way in without steps" in page
    assert "Reads with a loupe" in page


def test_what_is_not_safe_is_warned_of_and_nothing_is_sent_there(desk, visitor, family_id):
    parent = Parent.objects.get(family_id=family_id)
    data = {"unsafe_channels": ["text", "post"], "voicemail": "no", "safe_times": "9 to 3", "code_word": "Kestrel"}
    assert post(desk, "change-safe-contact", data, family_id, parent.pk).status_code == 302
    contact = contact_of(visitor, family_id)
    assert (contact.phone, contact.email) == ("", "ana@example.org")
    assert not is_known_contact("+447700900123", "")
    assert is_known_contact("", "ana@example.org")
    page = text(desk.get(reverse("family", args=[family_id])))
    for words in ("Do not text", "Do not write to this address", "Kestrel", "We may not leave a voicemail"):
        assert words in page


def test_household(desk, family_id):
    data = {"relation_0": "child", "given_name_0": "Mia", "is_under_five_0": "on", "relation_1": "partner"}
    assert post(desk, "change-household", data, family_id).status_code == 302
    assert post(desk, "change-household", data, family_id).status_code == 302
    assert HouseholdMember.objects.filter(family_id=family_id).count() == 2
    wrong = {"given_name_0": "Mia", "relation_1": "partner", "is_under_five_1": "on"}
    answer = post(desk, "change-household", wrong, family_id)
    assert "Choose who person 1 is" in text(answer)
    assert "Person 2 cannot be under five" in text(answer)


def test_a_birth_in_weeks_and_days(desk, family_id):
    baby = Baby.objects.get(family_id=family_id)
    data = {
        "name": "Ioan",
        "birth_time": "14:05",
        "birth_place": "on_the_way",
        "birth_weight_g": "3250",
        "weeks": "38",
        "days": "4",
        "nhs_number": "",
    }
    assert post(desk, "change-birth", data, family_id, baby.pk).status_code == 302
    baby.refresh_from_db()
    assert (baby.gestation_days, baby.birth_place, baby.birth_time.hour) == (270, "on_the_way", 14)
    page = text(desk.get(reverse("family-record", args=[family_id])))
    assert "38 weeks and 4 days" in page
    wrong = {**data, "weeks": "", "days": "7", "birth_time": "25:00", "birth_weight_g": "32"}
    page = text(post(desk, "change-birth", wrong, family_id, baby.pk))
    for words in ("from 0 to 6", "Enter a time like 14:05"):
        assert words in page
    page = text(post(desk, "change-birth", {**data, "birth_weight_g": "32"}, family_id, baby.pk))
    assert "between 300 and 8000 grams" in page


def test_twins_are_two_of_one_pregnancy(desk, ours):
    family_id = a_family(ours, weeks_old=None)
    due_on = clock.today() + timedelta(days=10)
    data = {"due_on_day": due_on.day, "due_on_month": due_on.month, "due_on_year": due_on.year, "expected_count": "2"}
    assert post(desk, "change-pregnancy", data, family_id).status_code == 302
    assert post(desk, "change-pregnancy", {**data, "expected_count": "9"}, family_id).status_code == 422
    for name in ("Mia", "Zoe"):
        baby = NewBaby(clock.today(), name=name)
        record_birth(by=KITH, family_id=family_id, baby=baby)
    pregnancy = Pregnancy.objects.get(family_id=family_id)
    assert (pregnancy.expected_count, pregnancy.outcome, pregnancy.babies.count()) == (2, "birth", 2)
    assert text(desk.get(reverse("family-record", args=[family_id]))).count("Of a multiple birth") == 2


def move(day: date, **more: str) -> dict[str, Any]:
    return {
        "from_on_day": day.day,
        "from_on_month": day.month,
        "from_on_year": day.year,
        "postcode": "MK9 3EJ",
        "street": "1 Invented Way",
        **more,
    }


def test_moving_home_closes_one_address_and_opens_the_next(desk, family_id):
    today = clock.today()
    assert post(desk, "move-home", move(today - timedelta(days=30)), family_id).status_code == 302
    again = move(today, postcode="mk58ab", is_temporary="on")
    assert post(desk, "move-home", again, family_id).status_code == 302
    assert post(desk, "move-home", again, family_id).status_code == 302
    rows = Address.objects.filter(family_id=family_id).order_by("from_on")
    assert [(row.postcode, row.until_on, row.is_temporary) for row in rows] == [
        ("MK9 3EJ", today, False),
        ("MK5 8AB", None, True),
    ]
    answer = post(desk, "move-home", move(today - timedelta(days=3)), family_id)
    assert "came to its present address later" in text(answer)
    answer = post(desk, "move-home", move(today + timedelta(days=3)), family_id)
    assert "cannot lie in the future" in text(answer)
    answer = post(desk, "move-home", move(today, postcode=""), family_id)
    assert "Enter the postcode" in text(answer)


def test_a_crisis_begins_and_ends_and_a_parent_never_reads_of_it(desk, family_id, client):
    assert post(desk, "change-crises", {"crises": ["violence", "homeless"]}, family_id).status_code == 302
    assert post(desk, "change-crises", {"crises": ["homeless"]}, family_id).status_code == 302
    rows = CrisisFlag.objects.filter(family_id=family_id).order_by("kind")
    assert list(rows.values_list("kind", "until_on")) == [("homeless", None), ("violence", clock.today())]
    assert "Violence or control" in text(desk.get(reverse("family-record", args=[family_id])))
    somebody, _ = parent_of(family_id)
    client.force_login(somebody)
    with override("en"):
        assert "Homeless" not in text(client.get(reverse("my-page")))


def test_a_parent_changes_her_own_languages_and_how_to_reach_her(client, family_id):
    somebody, _ = parent_of(family_id)
    client.force_login(somebody)
    data = {"speaks": "ro", "reads": "ro", "interpreter_need": "yes", "access_words": ""}
    with override("ro"):
        assert post(client, "own-needs", data, family_id).status_code == 302
        assert (
            post(client, "own-contact", {"unsafe_channels": ["email"], "voicemail": "no"}, family_id).status_code == 302
        )
    row = Parent.objects.get(family_id=family_id)
    assert (row.speaks, row.interpreter_need, row.unsafe_channels) == ("ro", InterpreterNeed.YES.value, ["email"])


def test_she_cannot_change_what_is_another_parents(client, ours):
    first = NewParent("Ana", "Pop", phone="+447700900123")
    second = NewParent("Dan", "Pop", is_main=False, safe_contact=SafeContact(frozenset({Channel.CALL})))
    new = NewFamily((first, second), consents=(NewConsent(ours),))
    register_family(by=KITH, family=new)
    _, viewer = parent_of(new.id)
    with pytest.raises(Exception, match="parent"):
        change_safe_contact(by=viewer, family_id=new.id, parent_id=second.id, contact=SafeContact())
    assert Parent.objects.get(pk=second.id).unsafe_channels == ["call"]


def test_whoever_begins_a_record_that_stands_already_is_warned_and_decides(desk, ours):
    a_family(ours, name="Fatema Chowdhury", phone="+447700900777", weeks_old=None)
    data = {
        "given_name": "Fatimah",
        "family_name": "Chaudhry",
        "phone": "07700 900777",
        "speaks": "bn",
        "reads": "bn",
        "interpreter_need": "yes",
        "agreed": "on",
    }
    answer = post(desk, "register-family", data)
    assert answer.status_code == 422
    assert "Is it one of these?" in text(answer)
    assert Family.objects.count() == 1
    assert post(desk, "register-family", {**data, "is_another": "on"}).status_code == 302
    assert Family.objects.count() == 2


def test_two_records_are_compared_merged_and_taken_apart_on_pages(desk, ours):
    born_on = date(1995, 2, 3)
    kept = a_family(ours, name="Fatema Chowdhury", born_on=born_on)
    gone = a_family(ours, name="Fatimah Chaudhry", born_on=born_on)
    page = text(desk.get(reverse("duplicates")))
    assert "the names sound alike" in page
    compare = reverse("merge-families", args=[kept, gone])
    assert "One family or two?" in text(desk.get(compare))
    page = text(desk.post(compare, {"do": "consider"}))
    plan = page.partition('name="plan" value="')[2].partition('"')[0]
    assert "What will happen" in page
    assert Family.objects.count() == 2
    answer = desk.post(compare, {"do": "merge", "plan": "old"})
    assert "Somebody has changed one of the records meanwhile" in text(answer)
    assert desk.post(compare, {"do": "merge", "plan": plan}).status_code == 302
    page = text(desk.get(reverse("family-record", args=[kept])))
    undo = next(part for part in page.split('"') if "/merges/" in part)
    assert "Take them apart" in text(desk.get(undo))
    assert desk.post(undo).status_code == 302
    assert Family.objects.count() == 2
    assert desk.post(compare, {"do": "distinct"}).status_code == 302
    assert "None found" in text(desk.get(reverse("duplicates")))


def test_a_record_is_split_on_its_page_and_neither_shows_the_other(desk, ours, family_id):
    Parent.objects.create(family_id=family_id, given_name="Dan", speaks="en", reads="en", is_main=False)
    address = reverse("split-record", args=[family_id])
    page = text(desk.get(address))
    mother = Parent.objects.get(family_id=family_id, is_main=True)
    consent = page.partition('name="seen_by" type="checkbox" value="')[2][:36]
    answer = desk.post(address, {"people": [f"parent:{mother.pk}"], "carer_relation": "parent", "carer_speaks": "en"})
    assert "Choose at least one organisation" in text(answer)
    data = {
        "people": [f"parent:{mother.pk}", f"baby:{Baby.objects.get().pk}"],
        "seen_by": [consent],
        "still_seen_by": [consent],
        "carer_relation": "parent",
        "carer_speaks": "en",
    }
    assert desk.post(address, data).status_code == 302
    new = Parent.objects.get(pk=mother.pk).family_id
    stays, goes = (
        without_addresses(desk.get(reverse("family-record", args=[each])).content) for each in (family_id, new)
    )
    assert "Ana" not in stays
    assert "Dan" not in goes
    assert str(new) not in stays
    assert str(family_id) not in goes


def test_a_peer_supporter_does_not_see_the_whole_record(client, ours, family_id):
    client.force_login(account_of(worker(Role.PEER_SUPPORTER, at=ours)))
    assert client.get(reverse("family-record", args=[family_id])).status_code == 403
