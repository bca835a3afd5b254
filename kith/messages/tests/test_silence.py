"""Nothing is sent to a bereaved family, and nothing leaves once the bereavement is written down."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event
from typing import Any

import pytest

from kith.families.actions.consenting import withdraw_consent
from kith.families.actions.deaths import record_bereavement, undo_bereavement
from kith.families.queries.bereavement import is_bereaved
from kith.families.queries.page import family_page
from kith.families.queries.reach import consent_held, organisations_that_may_open
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.families.rules.codes import Purpose
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MessageId, OrganisationId
from kith.messages.actions import sending as sending_module
from kith.messages.actions import silence
from kith.messages.actions.queueing import queue_message
from kith.messages.actions.sending import send_message
from kith.messages.actions.settling import settle
from kith.messages.actions.stopping import stop_messages
from kith.messages.models import Message, MessageState
from kith.messages.providers.letter import Letter, SendFailed
from kith.messages.rules import BEREAVED, SendingState, Word
from kith.messages.tests.test_messages import FACTS
from testing.people import KITH, a_family, at_the_same_moment, organisation, worker


class Provider:
    """Takes letters, and notes whether a death was written down by then."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.is_written_down = Event()
        self.left_too_late = False

    def find(self, reference: str) -> None:
        """Nothing was sent before."""

    def send(self, letter: Letter) -> str:
        """Take the letter."""
        self.left_too_late |= self.is_written_down.is_set()
        self.letters.append(letter)
        return letter.reference


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Provider:
    taken = Provider()
    monkeypatch.setattr(sending_module, "provider_for", lambda _channel: taken)
    return taken


def queue(family_id: FamilyId, key: str = "a") -> MessageId:
    return queue_message(
        by=KITH,
        kind="place_booked",
        language="ro",
        facts=FACTS,
        dedupe_key=key,
        family_id=family_id,
        to_phone="+447700900123",
    )


def a_death(family_id: FamilyId) -> Callable[[], object]:
    (midwife,) = [worker(at=each) for each in organisations_that_may_open(family_id)]
    baby = family_page(KITH, family_id).babies[0]
    new = NewBereavement(Loss.BABY, baby.id, midwife.membership_id, clock.today() + timedelta(days=1))  # type: ignore[arg-type]
    return lambda: record_bereavement(by=midwife, family_id=family_id, new=new)


def states_of(message_id: MessageId) -> list[str]:
    return list(MessageState.objects.filter(message_id=message_id).order_by("pk").values_list("state", flat=True))


@pytest.mark.django_db
def test_what_waits_is_stopped_and_what_comes_later_is_never_queued(provider: Provider, run_jobs: Any) -> None:
    family_id = a_family(organisation())
    waiting = queue(family_id)
    a_death(family_id)()
    later = queue(family_id, "b")
    run_jobs()
    assert provider.letters == []
    assert states_of(later) == ["stopped"]
    assert states_of(waiting)[-1] == "stopped"
    assert set(MessageState.objects.filter(state="stopped").values_list("why", flat=True)) == {"bereaved"}


@pytest.mark.django_db
def test_what_is_stopped_while_a_try_fails_stays_stopped(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    family_id = a_family(organisation())
    message_id = queue(family_id)

    def fails(_letter: Letter) -> str:
        raise SendFailed("refused", is_worth_retrying=False)

    def stops(*_said: object) -> None:
        stop_messages(by=KITH, family_id=family_id, why=BEREAVED)

    monkeypatch.setattr(provider, "send", fails)
    monkeypatch.setattr(sending_module.LOG, "warning", stops)
    send_message(message_id)
    assert states_of(message_id) == ["queued", "sending", "stopped"]


@pytest.mark.django_db
def test_a_message_is_settled_once(provider: Provider, run_jobs: Any) -> None:
    message_id = queue(a_family(organisation()))
    run_jobs()
    row = Message.objects.get(pk=message_id)
    with pytest.raises(ValueError, match="cannot follow sent"):
        settle(row, SendingState.FAILED, after=row.states_so_far()[-1], by=KITH)
    assert states_of(message_id) == ["queued", "sending", "sent"]


@pytest.mark.django_db
def test_another_family_still_gets_its_messages(provider: Provider, run_jobs: Any) -> None:
    bereaved, other = a_family(organisation()), a_family(name="Ion Rus")
    a_death(bereaved)()
    queue(other)
    run_jobs()
    assert len(provider.letters) == 1


@pytest.mark.django_db
def test_undoing_sends_nothing_that_was_stopped(provider: Provider, run_jobs: Any) -> None:
    family_id = a_family(organisation())
    stopped = queue(family_id)
    bereavement_id = a_death(family_id)()
    run_jobs()
    undo_bereavement(by=KITH, family_id=family_id, bereavement_id=bereavement_id, why="Wrong record")  # type: ignore[arg-type]
    run_jobs()
    send_message(stopped)
    assert provider.letters == []
    queue(family_id, "new")
    run_jobs()
    assert len(provider.letters) == 1


def _race(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message is looked at just before a death is written down, and handed over as late as it can be."""
    family_id = a_family(organisation())
    message_id, record = queue(family_id), a_death(family_id)
    has_looked = Event()

    def look(family_id: FamilyId) -> bool:
        found = is_bereaved(family_id)
        has_looked.set()
        provider.is_written_down.wait(timeout=1.5)
        return found

    def mourn() -> None:
        has_looked.wait(timeout=10)
        record()
        provider.is_written_down.set()

    monkeypatch.setattr(silence, "is_bereaved", look)
    at_the_same_moment(lambda: send_message(message_id), mourn)
    assert Message.objects.count() == len(provider.letters) == 1
    assert is_bereaved(family_id)


@pytest.mark.django_db(transaction=True)
def test_nothing_leaves_after_a_death_is_written_down(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    _race(provider, monkeypatch)
    assert not provider.left_too_late


@pytest.mark.django_db(transaction=True)
def test_without_locking_the_family_it_would_have_left(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silence, "lock_family", lambda _: None)
    _race(provider, monkeypatch)
    assert provider.left_too_late


def by_her_word(family_id: FamilyId, organisation_id: OrganisationId, key: str = "a") -> MessageId:
    return queue_message(
        by=KITH,
        kind="place_booked",
        language="ro",
        facts=FACTS,
        dedupe_key=key,
        family_id=family_id,
        to_phone="+447700900123",
        word=Word(organisation_id, Purpose.CARE),
    )


@pytest.mark.django_db
def test_what_goes_by_her_word_stops_when_she_takes_it_back(provider: Provider, run_jobs: Any) -> None:
    charity = organisation()
    family_id = a_family(charity)
    kept, waiting = by_her_word(family_id, charity), by_her_word(family_id, charity, "b")
    send_message(kept)
    consent_id = consent_held(family_id, charity, Purpose.CARE)
    assert consent_id
    withdraw_consent(by=KITH, family_id=family_id, consent_id=consent_id)
    never = by_her_word(family_id, charity, "c")
    run_jobs()
    assert len(provider.letters) == 1
    assert (states_of(waiting)[-1], states_of(never)) == ("stopped", ["stopped"])
    assert set(MessageState.objects.filter(state="stopped").values_list("why", flat=True)) == {"not_agreed"}


@pytest.mark.django_db
def test_what_needs_no_word_of_hers_goes_without_one(provider: Provider, run_jobs: Any) -> None:
    queue(a_family())
    run_jobs()
    assert len(provider.letters) == 1


@pytest.mark.django_db
def test_a_word_is_somebodys(provider: Provider) -> None:
    with pytest.raises(ValueError, match="family"):
        queue_message(
            by=KITH,
            kind="place_booked",
            language="ro",
            facts=FACTS,
            dedupe_key="a",
            to_phone="+447700900123",
            word=Word(organisation(), Purpose.CARE),
        )
    assert provider.letters == []
