"""Random histories of consent against a reference model of forty lines; the proof runs many thousands of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from kith.families.actions.consenting import Said, record_answer, withdraw_consent
from kith.families.models.consent import Consent, DeclinedConsent
from kith.families.queries import trust
from kith.families.queries.reach import may_open
from kith.families.rules.codes import PURPOSES_THAT_OPEN_THE_RECORD, Purpose
from kith.families.rules.trust import HowSaid
from kith.kernel import clock
from testing.people import KITH, a_family, organisation, parent_of, worker

ORGANISATIONS = 3
Key = tuple[int, Purpose]


@dataclass
class Model:
    """What a family has said, in the plainest way to write it: the last day of each word that stands."""

    given: dict[Key, date | None] = field(default_factory=dict)
    declined: set[Key] = field(default_factory=set)

    def give(self, key: Key, until: date | None) -> None:
        """She says yes."""
        self.given[key] = until
        self.declined.discard(key)

    def decline(self, key: Key) -> None:
        """She says no; what she said before is taken back."""
        self.given.pop(key, None)
        self.declined.add(key)

    def holds(self, key: Key, today: date) -> bool:
        """Whether her word stands today."""
        return key in self.given and (self.given[key] is None or today <= self.given[key])  # type: ignore[operator]

    def opens(self, organisation_id: int, today: date) -> bool:
        """Whether the organisation may open the record today."""
        return any(self.holds((organisation_id, purpose), today) for purpose in PURPOSES_THAT_OPEN_THE_RECORD)


class ConsentMachine(RuleBasedStateMachine):
    """Consent is given, declined and withdrawn by her and by people at work on her word, while days pass."""

    pick = st.integers(0, ORGANISATIONS - 1)
    purposes = st.sampled_from(Purpose)
    moved_clock: Any = None

    @initialize()
    def begin(self) -> None:
        """One family, three organisations with a worker in each, and a midwife who may write down."""
        self.point = transaction.atomic()
        self.point.__enter__()
        self.family_id = a_family(phone="+447700900123")
        _, self.parent = parent_of(self.family_id)
        self.organisations = [organisation() for _ in range(ORGANISATIONS)]
        self.workers = [worker(at=each) for each in self.organisations]
        self.model = Model()

    def teardown(self) -> None:
        """Leave the database as it was."""
        if hasattr(self, "point"):
            transaction.set_rollback(True)
            self.point.__exit__(None, None, None)

    def _answer(self, which: int, purpose: Purpose, by: Any, *, agrees: bool, until: date | None = None) -> None:
        record_answer(
            by=by,
            family_id=self.family_id,
            organisation_ids=[self.organisations[which]],
            purpose=purpose,
            said=Said("ro", HowSaid.OWN_PAGE if by is self.parent else HowSaid.IN_PERSON),
            agrees=agrees,
            until=until,
        )

    @rule(which=pick, purpose=purposes, days=st.none() | st.integers(0, 3))
    def she_agrees(self, which: int, purpose: Purpose, days: int | None) -> None:
        """On her own page."""
        until = None if days is None else clock.today() + timedelta(days=days)
        self._answer(which, purpose, self.parent, agrees=True, until=until)
        self.model.give((self.organisations[which], purpose), until)

    @rule(which=pick, purpose=purposes, agrees=st.booleans())
    def somebody_writes_it_down(self, which: int, purpose: Purpose, agrees: bool) -> None:
        """Answer through a worker who may open the record today, or through Kith where none may."""
        by = next((each for each in self.workers if may_open(each, self.family_id)), KITH)
        self._answer(which, purpose, by, agrees=agrees)
        key = (self.organisations[which], purpose)
        self.model.give(key, None) if agrees else self.model.decline(key)

    @rule(which=pick, purpose=purposes)
    def she_declines(self, which: int, purpose: Purpose) -> None:
        """On her own page."""
        self._answer(which, purpose, self.parent, agrees=False)
        self.model.decline((self.organisations[which], purpose))

    @rule(which=pick, purpose=purposes)
    def she_withdraws(self, which: int, purpose: Purpose) -> None:
        """One purpose of one organisation; whatever else she said stays."""
        for row in Consent.objects.open().filter(
            family_id=self.family_id, organisation_id=self.organisations[which], purpose=purpose
        ):
            withdraw_consent(by=self.parent, family_id=self.family_id, consent_id=row.pk)
        self.model.given.pop((self.organisations[which], purpose), None)

    @rule(days=st.integers(1, 2))
    def days_pass(self, days: int) -> None:
        """Words with a last day run out."""
        self.moved_clock.advance(days=days)

    @invariant()
    def the_record_is_open_exactly_where_she_said_so(self) -> None:
        """Every worker, every purpose, and what she is told that she declined."""
        if not hasattr(self, "model"):
            return
        today = clock.today()
        for at_work, organisation_id in zip(self.workers, self.organisations, strict=True):
            assert may_open(at_work, self.family_id) == self.model.opens(organisation_id, today)
        active = Consent.objects.active().filter(family_id=self.family_id).values_list("organisation_id", "purpose")
        standing = {key for key in self.model.given if self.model.holds(key, today)}
        assert set(active) == standing
        assert len(trust.declined(self.parent, self.family_id)) == len(self.model.declined)
        assert DeclinedConsent.objects.filter(family_id=self.family_id).count() >= len(self.model.declined)


def run_histories(count: int, *, moved_clock: Any, seeded: int = 4, steps: int = 12) -> int:
    """Run so many random histories, each rolled back; raises AssertionError at the first that diverges.

    ``moved_clock`` has ``advance(days=…)``. Needs a database and an open transaction around it. Returns the count.
    """
    counted: list[int] = []

    class Counted(ConsentMachine):
        def __init__(self) -> None:
            super().__init__()
            self.moved_clock = moved_clock
            counted.append(1)

    how = settings(
        max_examples=count,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    machine: Callable[[], RuleBasedStateMachine] = seed(seeded)(Counted)
    run_state_machine_as_test(machine, settings=how)
    return len(counted)
