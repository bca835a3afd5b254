"""Without the old way's word, or a second person's, secrets go on to the old way; with it to the new one."""

from datetime import date
from typing import Any

import pytest
from django.core.cache import cache

from kith.families.actions.merging import merge_families
from kith.families.actions.people import change_parent, change_safe_contact
from kith.families.models.people import Parent
from kith.families.rules.changes import ParentDetails
from kith.families.rules.codes import Channel
from kith.families.rules.entries import SafeContact
from kith.interpreting.actions.listing import end_interpreter
from kith.interpreting.models.interpreters import Interpreter
from kith.kernel.refusal import Refusal
from kith.kernel.ways import ProposalState
from kith.messages.models import Message
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.sign_in import sending
from kith.ways.actions import proposing
from kith.ways.actions.answering import (
    confirm_way_as_second,
    confirm_way_by_link,
    lapse_ways,
    refuse_way_by_link,
    send_way_code,
    withdraw_way,
)
from kith.ways.models import WayProposal
from testing.people import KITH, a_family, account_of, worker
from tests.ways.cases import CASES, AnInterpreter, AParent, Case

pytestmark = pytest.mark.django_db
WHY = "Her old phone is lost; I met her today."


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[sending.Letter]:
    sent: list[sending.Letter] = []
    monkeypatch.setattr(sending, "_senders", [sent.append])
    return sent


@pytest.fixture(params=CASES, ids=lambda case: case.kind)
def case(request: pytest.FixtureRequest, letters: list[sending.Letter]) -> Case:
    made: Case = request.param(letters)
    return made


def states() -> list[str]:
    return [str(state) for state in WayProposal.objects.order_by("pk").values_list("state", flat=True)]


def test_without_proof_the_next_secret_still_goes_to_the_old_way(case: Case) -> None:
    still_open = case.opened()
    assert case.propose(case.proposer, case.new)
    assert all(look() for look in still_open)
    assert case.next_goes_to() == [case.old]


def test_the_control_with_the_check_switched_off_it_goes_to_the_new_one(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "_propose", proposing._write_first)
    case.propose(case.proposer, case.new)
    assert case.next_goes_to() == [case.new]


def test_with_the_old_ways_word_it_goes_to_the_new_one_and_all_keys_close(case: Case) -> None:
    still_open = case.opened()
    case.propose(case.proposer, case.new)
    assert [address_of(each) for each in case.sent("way_asked")] == [case.old]
    assert [address_of(each) for each in case.sent("way_code")] == [case.new]
    assert all(look() for look in still_open), "the control: until then they open"
    assert confirm_way_by_link(by=ANONYMOUS, token=case.token(), code=case.code()) is None
    assert case.next_goes_to() == [case.new]
    assert not any(look() for look in still_open)
    told = case.sent("way_changed")
    assert {case.old, case.new} <= {address_of(each) for each in told}
    assert {(each.code, "link" in each.facts) for each in told} == {("", False)}


def address_of(letter: sending.Letter) -> str:
    return str(letter.to_phone or letter.to_email)


def test_a_second_person_of_the_same_organisation_stands_in_for_a_lost_one(case: Case) -> None:
    (proposal_id,) = case.propose(case.proposer, case.new)
    answer = {"proposal_id": proposal_id, "code": case.code()}
    with pytest.raises(Refusal, match="way_needs_another_person"):
        confirm_way_as_second(by=case.proposer, reason=WHY, **answer)
    with pytest.raises(Refusal, match="way_reason_missing"):
        confirm_way_as_second(by=case.second, reason="lost", **answer)
    with pytest.raises(NotFound):
        confirm_way_as_second(by=case.stranger, reason=WHY, **answer)
    assert case.next_goes_to() == [case.old]
    assert confirm_way_as_second(by=case.second, reason=WHY, **answer) is None
    assert case.next_goes_to() == [case.new]
    (step,) = WayProposal.objects.get(pk=proposal_id).steps.filter(state="changed")
    assert (step.proof, step.reason, step.membership_id) == ("second_person", WHY, case.second.membership_id)


def test_another_organisation_may_not_even_propose_it(case: Case) -> None:
    with pytest.raises((NotFound, Forbidden)):
        case.propose(case.stranger, case.new)
    assert (states(), case.next_goes_to()) == ([], [case.old])


def test_a_refusal_by_the_old_way_ends_it_and_alarms(case: Case, run_jobs: Any) -> None:
    case.propose(case.proposer, case.new)
    token, code = case.token(), case.code()
    refuse_way_by_link(by=ANONYMOUS, token=token)
    with pytest.raises(NotFound):
        confirm_way_by_link(by=ANONYMOUS, token=token, code=code)
    assert (states(), case.next_goes_to()) == (["refused"], [case.old])
    run_jobs()
    alarmed = Message.objects.filter(kind="way_at_desk", facts__state="refused").values_list("address", flat=True)
    assert account_of(case.proposer).email in alarmed


@pytest.fixture
def interpreter(letters: list[sending.Letter]) -> AnInterpreter:
    return AnInterpreter(letters)


@pytest.fixture
def parent(letters: list[sending.Letter]) -> AParent:
    return AParent(letters)


def test_the_same_proposal_twice_is_one_and_another_waits_for_the_first_to_be_withdrawn(interpreter: Case) -> None:
    (first,) = interpreter.propose(interpreter.proposer, interpreter.new)
    assert interpreter.propose(interpreter.second, interpreter.new) == [first]
    with pytest.raises(Refusal, match="way_waits_already"):
        interpreter.propose(interpreter.second, "+447700900555")
    withdraw_way(by=interpreter.second, proposal_id=first)
    assert interpreter.propose(interpreter.second, "+447700900555")
    assert states() == ["withdrawn", "waiting"]


def test_what_is_settled_says_no_address_any_more(interpreter: Case) -> None:
    (first,) = interpreter.propose(interpreter.proposer, interpreter.new)
    assert WayProposal.objects.get(pk=first).new == interpreter.new
    withdraw_way(by=interpreter.proposer, proposal_id=first)
    row = WayProposal.objects.get(pk=first)
    assert {row.old, row.new, row.asked, row.token_digest, row.code_digest} == {""}


def test_after_a_week_it_counts_no_more_and_lapses(interpreter: Case, clock: Any) -> None:
    interpreter.propose(interpreter.proposer, interpreter.new)
    clock.advance(days=7)
    with pytest.raises(NotFound):
        confirm_way_by_link(by=ANONYMOUS, token=interpreter.token(), code=interpreter.code())
    assert (lapse_ways(by=KITH), lapse_ways(by=KITH), states()) == (1, 0, ["lapsed"])


def test_the_last_moment_of_the_week_still_counts(interpreter: Case, clock: Any) -> None:
    interpreter.propose(interpreter.proposer, interpreter.new)
    clock.advance(days=7, seconds=-1)
    assert confirm_way_by_link(by=ANONYMOUS, token=interpreter.token(), code=interpreter.code()) is None


def test_what_has_changed_meanwhile_is_left_as_it_is(interpreter: AnInterpreter) -> None:
    interpreter.propose(interpreter.proposer, interpreter.new)
    Interpreter.objects.filter(pk=interpreter.id).update(phone="+447700900999")
    said = confirm_way_by_link(by=ANONYMOUS, token=interpreter.token(), code=interpreter.code())
    assert said == Refusal("way_changed_meanwhile")
    assert (states(), interpreter.next_goes_to()) == (["overtaken"], ["+447700900999"])


def test_one_who_has_left_the_list_meanwhile_gets_no_other_way(interpreter: AnInterpreter) -> None:
    interpreter.propose(interpreter.proposer, interpreter.new)
    end_interpreter(by=KITH, interpreter_id=interpreter.id)
    said = confirm_way_by_link(by=ANONYMOUS, token=interpreter.token(), code=interpreter.code())
    assert (said, states()) == (Refusal("way_changed_meanwhile"), ["overtaken"])


def test_five_wrong_codes_spend_it_and_a_few_new_ones_can_be_sent(interpreter: Case) -> None:
    interpreter.propose(interpreter.proposer, interpreter.new)
    token, right = interpreter.token(), interpreter.code()
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    for _ in range(5):
        assert confirm_way_by_link(by=ANONYMOUS, token=token, code=wrong) == Refusal("code_wrong")
    assert confirm_way_by_link(by=ANONYMOUS, token=token, code=right) == Refusal("code_spent", offer="new_code")
    for _ in range(3):
        send_way_code(by=ANONYMOUS, token=token)
    with pytest.raises(Refusal, match="way_codes_spent"):
        send_way_code(by=ANONYMOUS, token=token)
    assert confirm_way_by_link(by=ANONYMOUS, token=token, code=right) == Refusal("code_wrong")
    assert confirm_way_by_link(by=ANONYMOUS, token=token, code=interpreter.code()) is None


def test_a_way_that_others_read_is_not_asked(parent: AParent) -> None:
    unsafe = SafeContact(frozenset({Channel.TEXT}))
    change_safe_contact(by=KITH, family_id=parent.family_id, parent_id=parent.id, contact=unsafe)
    (proposal_id,) = parent.propose(parent.proposer, parent.new)
    assert (parent.sent("way_asked"), WayProposal.objects.get(pk=proposal_id).asked) == ([], "")
    assert confirm_way_as_second(by=parent.second, proposal_id=proposal_id, code=parent.code(), reason=WHY) is None
    assert parent.sent("way_changed") == []
    assert Parent.objects.get(pk=parent.id).phone == parent.new


def test_a_first_way_needs_no_proof_and_a_second_one_that_of_the_first(parent: AParent) -> None:
    family_id = a_family(parent.own, name="Mia Lup")
    (row,) = Parent.objects.filter(family_id=family_id)
    change = {"by": parent.proposer, "family_id": family_id, "parent_id": row.pk}
    assert change_parent(details=ParentDetails("Mia", "Lup", phone="+447700900444"), **change) == []
    row.refresh_from_db()
    assert (row.phone, parent.letters) == ("+447700900444", [])
    both = ParentDetails("Mia", "Lup", phone="+447700900444", email="mia@example.org")
    (proposal_id,) = change_parent(details=both, **change)
    assert [address_of(each) for each in parent.sent("way_asked")] == ["+447700900444"]
    assert WayProposal.objects.get(pk=proposal_id).state == ProposalState.WAITING
    with pytest.raises(NotFound):
        change_parent(**{**change, "by": worker()}, details=both)


def test_a_merge_takes_no_way_over_and_asks_for_it_instead(parent: AParent) -> None:
    same = {"born_on": date(1995, 2, 3)}
    kept = a_family(parent.own, name="Ana Popescu", phone=parent.old, **same)
    gone = a_family(parent.own, name="Anna Popescu", email="ana@example.org", **same)
    merge_families(by=parent.proposer, kept=kept, gone=gone)
    (row,) = Parent.objects.filter(family_id=kept)
    assert (row.phone, row.email, states()) == (parent.old, "", ["waiting"])
    assert confirm_way_by_link(by=ANONYMOUS, token=parent.token(), code=parent.code()) is None
    row.refresh_from_db()
    assert (row.phone, row.email) == (parent.old, "ana@example.org")


def test_a_record_without_any_way_learns_those_of_its_double_at_once(parent: AParent) -> None:
    kept, gone = a_family(parent.own, name="Ana Popescu"), a_family(parent.own, name="Ana Popescu", phone=parent.new)
    merge_families(by=parent.proposer, kept=kept, gone=gone)
    assert [row.phone for row in Parent.objects.filter(family_id=kept)] == [parent.new]
    assert states() == []


def test_the_last_way_is_not_taken_away(parent: AParent, interpreter: AnInterpreter) -> None:
    with pytest.raises(Refusal, match="last_way_of_parent"):
        parent.propose(parent.proposer, "")
    with pytest.raises(Refusal, match="contact_missing"):
        interpreter.propose(interpreter.proposer, "")


def test_proposals_are_kept_a_week_however_the_clock_is_asked(interpreter: Case, clock: Any) -> None:
    interpreter.propose(interpreter.proposer, interpreter.new)
    clock.advance(days=6)
    assert lapse_ways(by=KITH) == 0
    assert WayProposal.objects.waiting().count() == 1
    clock.advance(days=1)
    assert WayProposal.objects.waiting().count() == 0
    assert interpreter.propose(interpreter.second, "+447700900555"), "a lapsed one stands in nobody's way"
