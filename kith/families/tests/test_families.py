"""Writing families down, finding them again, and who has looked."""

import time
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from kith.families.actions import loading
from kith.families.actions.accounts import claim_records
from kith.families.actions.people import change_safe_contact
from kith.families.actions.registering import family_for_booking, register_family
from kith.families.models.consent import Consent
from kith.families.models.family import Address, Family
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.queries.cards import family_cards
from kith.families.queries.counting import births_by_quarter
from kith.families.queries.page import family_page
from kith.families.queries.people import people_of
from kith.families.queries.reach import is_known_contact, may_open, viewer_for
from kith.families.queries.record_reads import record_reads
from kith.families.rules.codes import Channel, PregnancyOutcome
from kith.families.rules.entries import NewAddress, NewBaby, NewConsent, NewFamily, NewParent, NewPregnancy, SafeContact
from kith.families.rules.trust import InterpretedBy
from kith.kernel import clock as kernel_clock
from kith.kernel.ids import AccountId
from kith.kernel.refusal import Refusal
from kith.platform import audit
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.audit.models import AuditEntry
from kith.platform.listing import ListAsked
from kith.platform.outbox.models import OutboxEvent
from testing.people import KITH, a_family, account, organisation, parent_of, worker

pytestmark = pytest.mark.django_db
ANA = NewParent("Ana", "Pop", phone="+447700900123", email="Ana@Example.org", speaks="ro", reads="ro")


def booked(parent: NewParent, **more):
    return family_for_booking(
        by=ANONYMOUS, parent=parent, due_on=more.pop("due_on", None), born_on=more.pop("born_on", None), **more
    ).id


def test_a_family_is_written_down_whole_and_audited():
    midwife = worker()
    (own,) = midwife.organisation_ids
    new = NewFamily(
        parents=(ANA, NewParent("Radu", "Pop", is_main=False)),
        pregnancies=(NewPregnancy(kernel_clock.today() + timedelta(days=90)),),
        addresses=(NewAddress("MK9 3EJ", deprivation_decile=3, deprivation_edition="2025"),),
        consents=(NewConsent(own, language="ro", interpreted_by=InterpretedBy.INTERPRETER),),
    )
    family_id = register_family(by=midwife, family=new)
    page = family_page(midwife, family_id)
    assert [parent.name for parent in page.parents] == ["Ana Pop", "Radu Pop"]
    assert page.pregnancy and page.pregnancy.due_on == new.pregnancies[0].due_on
    assert page.postcode == "MK9 3EJ"
    assert page.consents[0].interpreted_by is InterpretedBy.INTERPRETER
    written = AuditEntry.objects.filter(family_id=family_id, kind="write").values_list("action", flat=True)
    assert set(written) == {"families.family_registered", "families.consent_given"}


def test_no_particulars_stand_in_the_audit_or_the_outbox():
    register_family(by=KITH, family=NewFamily(parents=(ANA,)))
    said = str([*AuditEntry.objects.values_list("facts", flat=True), *OutboxEvent.objects.values_list("payload")])
    assert "Ana" not in said
    assert "7700900123" not in said


def test_somebody_who_may_not_register_cannot():
    with pytest.raises(Forbidden):
        register_family(by=ANONYMOUS, family=NewFamily(parents=(ANA,)))


def test_what_cannot_be_is_refused_before_anything_is_written():
    with pytest.raises(Refusal, match="born_in_future"):
        booked(ANA, born_on=kernel_clock.today() + timedelta(days=1))
    assert not Family.objects.exists()


def test_who_books_again_with_the_same_contact_and_name_is_the_same_family():
    first = booked(ANA, due_on=kernel_clock.today())
    again = NewParent(" ana ", "POP", email="ana@example.org")
    assert booked(again) == first
    assert booked(NewParent("Radu", "Pop", phone="+447700900123")) != first
    assert booked(NewParent("Ana", "Pop", phone="+447700900999")) != first
    assert booked(NewParent("Ana", "Pop")) != first


def test_a_public_form_changes_nothing_of_a_family_already_known():
    family_id = booked(ANA)
    charity = organisation()
    assert booked(ANA, consents=(NewConsent(charity),), born_on=kernel_clock.today()) == family_id
    assert not Consent.objects.exists()
    assert not Baby.objects.exists()


def test_consent_given_with_the_first_booking_counts():
    charity = organisation()
    assert may_open(worker(at=charity), booked(ANA, consents=(NewConsent(charity, language="ro"),)))


def test_opening_a_record_is_written_down_and_told_to_the_family():
    viewer = worker(name="Grace Obi")
    (own,) = viewer.organisation_ids
    family_id = a_family(own, phone="+447700900123")
    _, parent = parent_of(family_id)
    family_page(viewer, family_id)
    family_page(viewer, family_id)
    family_page(parent, family_id)
    (look,) = record_reads(parent, family_id, ListAsked()).rows
    assert look.by and look.by.name == "Grace Obi"
    assert len(audit.record_reads(family_id)) == 1


def test_who_reads_seldom_is_not_lost_behind_a_colleague_who_reads_often(clock):
    seldom, often = worker(name="Grace Obi"), worker(name="Noor Ali")
    family_id = a_family(phone="+447700900123")
    for viewer, times in ((seldom, 1), (often, 300)):
        with audit.collected_reads() as noted:
            for _ in range(times):
                audit.read(viewer, "families.family_opened", "families.Family", family_id, family_id=family_id)
        audit.write_reads(noted)
        clock.advance(minutes=1)
    looks = record_reads(parent_of(family_id)[1], family_id, ListAsked())
    assert [look.by.name for look in looks.rows if look.by] == ["Noor Ali", "Grace Obi"]


def test_nobody_reads_who_looked_at_another_familys_record():
    mine, other = a_family(phone="+447700900123"), a_family(name="Ion Rus")
    with pytest.raises(NotFound):
        record_reads(parent_of(mine)[1], other, ListAsked())


def test_an_account_is_tied_to_the_records_its_proven_phone_reaches():
    family_id = a_family(phone="+447700900123")
    somebody = account()
    assert viewer_for(somebody) is None
    assert claim_records(by=KITH, account_id=AccountId(somebody.pk)) == 0
    assert claim_records(by=KITH, account_id=AccountId(somebody.pk), phone="+447700900123") == 1
    viewer = viewer_for(somebody)
    assert viewer and viewer.family_ids == {family_id}
    assert claim_records(by=KITH, account_id=AccountId(somebody.pk), phone="+447700900123") == 0


def test_a_record_follows_the_way_its_parent_signs_in_by_now_and_never_an_unsafe_one():
    family_id = a_family(phone="+447700900123", email="ana@example.org")
    by_text, parent = parent_of(family_id)
    main, unsafe = people_of(parent, family_id).main, SafeContact(frozenset({Channel.TEXT}))
    change_safe_contact(by=parent, family_id=family_id, parent_id=main.id, contact=unsafe)
    by_mail = account()
    assert claim_records(by=KITH, account_id=AccountId(by_mail.pk), phone="+447700900123") == 0
    assert claim_records(by=KITH, account_id=AccountId(by_mail.pk), email="Ana@example.org") == 1
    assert viewer_for(by_text) is None
    viewer = viewer_for(by_mail)
    assert viewer and viewer.family_ids == {family_id}


def test_a_phone_that_one_parent_calls_unsafe_gets_no_code_for_anybody_who_shares_it():
    a_family(phone="+447700900123")
    assert is_known_contact("+447700900123", "")
    a_family(name="Ion Rus", phone="+447700900123", safe_contact=SafeContact(frozenset({Channel.TEXT})))
    assert not is_known_contact("+447700900123", "")
    assert not is_known_contact("+447700900999", "")


def test_lists_show_only_families_within_reach_in_three_statements(django_assert_num_queries):
    viewer = worker()
    (own,) = viewer.organisation_ids
    seen, hidden = [a_family(own) for _ in range(3)], a_family()
    with django_assert_num_queries(3):
        cards = family_cards(viewer, [*seen, hidden])
    assert set(cards) == set(seen)
    assert cards[seen[0]].babies[0].name == "Ioan"


def many(number: int, organisation_id) -> list[NewFamily]:
    born = kernel_clock.today() - timedelta(days=70)
    return [
        NewFamily(
            parents=(NewParent(f"Ana{n}", "Pop", phone=f"+4477009{n:05d}"),),
            pregnancies=(NewPregnancy(born, born, PregnancyOutcome.BIRTH),),
            babies=(NewBaby(born, birth_weight_g=3300),),
            addresses=(NewAddress("MK9 3EJ", from_on=born),),
            consents=(NewConsent(organisation_id),),
        )
        for n in range(number)
    ]


def test_many_families_are_loaded_quickly_and_can_be_opened():
    viewer = worker()
    (own,) = viewer.organisation_ids
    families = many(2_000, own)
    began = time.perf_counter()
    assert loading.load(by=KITH, families=families) == 2_000
    assert time.perf_counter() - began < 10
    assert family_page(viewer, families[7].id).main_parent.name == "Ana7 Pop"
    assert [table.objects.count() for table in (Parent, Pregnancy, Baby, Address, Consent)] == [2_000] * 5


def test_a_load_with_one_family_that_cannot_be_loads_nothing():
    families = many(10, organisation())
    broken = NewFamily(parents=(NewParent("Ana", "Pop", phone="07700"),))
    with pytest.raises(Refusal, match="phone_not_regular"):
        loading.load(by=KITH, families=[*families, broken])
    assert not Family.objects.exists()


def test_births_are_counted_by_the_quarter_in_which_they_reach_an_age():
    a_family(weeks_old=8)
    a_family(weeks_old=8)
    a_family(weeks_old=1)
    today = kernel_clock.today()
    born, until = today - timedelta(weeks=8), today - timedelta(weeks=2)
    this_quarter, next_quarter = date(2026, 1, 1), date(2026, 4, 1)
    assert births_by_quarter(ANONYMOUS, born, until, at_age=timedelta(days=56)) == {this_quarter: 2}
    assert births_by_quarter(ANONYMOUS, born, until, at_age=timedelta(days=90)) == {next_quarter: 2}


PARENT = {"given_name": "Ana", "speaks": "ro", "reads": "ro", "is_main": False}


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (Parent, {**PARENT, "phone": "07700900123"}),
        (Parent, {**PARENT, "email": "Ana@Example.org"}),
        (Parent, {**PARENT, "given_name": ""}),
        (Parent, {**PARENT, "speaks": "Romanian"}),
        (Parent, {**PARENT, "ethnicity": "O"}),
        (Parent, {**PARENT, "interpreter_need": "perhaps"}),
        (Parent, {**PARENT, "is_main": True}),
        (Parent, {**PARENT, "born_on": date(1900, 1, 1)}),
        (Baby, {"born_on": date(2026, 3, 11), "written_on": date(2026, 3, 10)}),
        (Baby, {"born_on": date(2026, 3, 1), "written_on": date(2026, 3, 10), "birth_weight_g": 30}),
        (Baby, {"born_on": date(2026, 3, 1), "written_on": date(2026, 3, 10), "gestation_days": 400}),
        (Pregnancy, {"due_on": date(2026, 3, 1), "ended_on": date(2026, 3, 1)}),
        (Pregnancy, {"due_on": date(2026, 3, 1), "ended_on": date(2026, 5, 1), "outcome": "birth"}),
        (Address, {"postcode": "mk93ej", "from_on": date(2026, 1, 1)}),
        (Address, {"deprivation_decile": 3, "from_on": date(2026, 1, 1)}),
        (Address, {"deprivation_decile": 11, "deprivation_edition": "2025", "from_on": date(2026, 1, 1)}),
        (Address, {"from_on": date(2026, 1, 2), "until_on": date(2026, 1, 1)}),
        (Address, {"from_on": date(2026, 3, 11)}),
    ],
)
def test_the_database_refuses_what_must_never_be_false(table, row):
    family_id = register_family(
        by=KITH, family=NewFamily(parents=(ANA,), addresses=(NewAddress("MK9 3EJ", from_on=date(2026, 1, 15)),))
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        table.objects.create(family_id=family_id, **row)
