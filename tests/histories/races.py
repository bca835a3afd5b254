"""Two things at once, many times: accepting one referral, and taking a consent back while messages go out."""

import random
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import Lock
from unittest.mock import patch

from kith.families.actions.consenting import withdraw_consent
from kith.families.queries.reach import consent_held
from kith.families.rules.codes import Purpose
from kith.kernel.ids import FamilyId, MessageId, OrganisationId
from kith.messages.actions import sending, silence
from kith.messages.actions.queueing import queue_message
from kith.messages.actions.sending import send_message
from kith.messages.models import Message
from kith.messages.providers.letter import Letter
from kith.messages.rules import Word
from kith.messages.tests.test_messages import FACTS
from kith.organisations.actions.alliance import add_team
from kith.referrals.actions import referring as referrals
from kith.referrals.models.referrals import Referral
from kith.referrals.rules.referrals import Move, ReferralState
from kith.referrals.tests.referring import Place, move
from testing.people import KITH, a_family, at_the_same_moment, look_together, organisation, worker

CONTROL_ROUNDS = 3
FAMILIES_IN_A_BATCH, SENDERS = 12, 4


def two_teams_accept(rounds: int, _seed: int) -> list[str]:
    """Workers of two teams accept the same referral in the same moment: one of them has it, recorded once."""
    place = Place.build()
    teams = [add_team(by=KITH, organisation_id=place.visiting, name=name) for name in ("North", "South")]
    people = [worker(at=place.visiting, name=f"Person {team}", team_id=team) for team in teams]
    found = []
    for number in range(rounds):
        referral_id = place.refer(place.family(name=f"Ana Pop{number}"))
        answers = at_the_same_moment(
            *(lambda who=who, which=referral_id: move(who, which, ReferralState.ACCEPTED) for who in people)  # type: ignore[misc]
        )
        row = Referral.objects.get(pk=referral_id)
        accepted = [step.membership_id for step in row.steps.filter(state=ReferralState.ACCEPTED)]
        kept = sorted(map(str, answers)) == ["Refusal", "accepted"] and accepted == [row.owner_membership_id]
        if not kept:
            found.append(f"round {number}: answers {answers}, accepted by {accepted}, owner {row.owner_membership_id}")
    return found


@contextmanager
def without_locking_the_family() -> Iterator[None]:
    """Both look before either writes, and neither locks the family: the database has to refuse one with an error."""
    truly = referrals.may_move
    together = look_together(2, truly)

    def looks(facts: object, wish: Move, **named: object) -> object:
        return (together if wish.to is ReferralState.ACCEPTED else truly)(facts, wish, **named)  # type: ignore[operator, arg-type]

    with patch.object(referrals, "lock_family", lambda _: None), patch.object(referrals, "may_move", looks):
        yield


class Carrier:
    """A provider that notes when it was handed what."""

    def __init__(self) -> None:
        self.handed: list[tuple[str, float]] = []
        self._one_at_a_time = Lock()

    def find(self, _reference: str) -> None:
        """Nothing was sent before."""

    def send(self, letter: Letter) -> str:
        """Take the letter."""
        with self._one_at_a_time:
            self.handed.append((letter.reference, time.monotonic()))
        return letter.reference


def consent_withdrawn_while_sending(rounds: int, seed: int) -> list[str]:
    """A batch goes out by four senders while the families take their word back: nothing leaves, or is made, after."""
    chance, found = random.Random(seed), list[str]()
    charity = organisation()
    for number in range(rounds):
        batch = [a_family(charity, name=f"Ana Pop{each}") for each in range(FAMILIES_IN_A_BATCH)]
        found += [f"round {number}: {each}" for each in _one_batch(batch, charity, f"{seed}-{number}", chance)]
    return found


def _one_batch(batch: list[FamilyId], charity: OrganisationId, key: str, chance: random.Random) -> list[str]:
    waiting = [(family_id, _queue(family_id, charity, f"{key}-{family_id}")) for family_id in batch]
    carrier, taken_back = Carrier(), dict[FamilyId, float]()
    withdrawers = chance.sample(batch, len(batch) // 2)

    def send(part: list[tuple[FamilyId, MessageId]]) -> None:
        for _, message_id in part:
            send_message(message_id)

    def withdraw() -> None:
        for family_id in withdrawers:
            consent_id = consent_held(family_id, charity, Purpose.CARE)
            assert consent_id
            withdraw_consent(by=KITH, family_id=family_id, consent_id=consent_id)
            taken_back[family_id] = time.monotonic()
            _queue(family_id, charity, f"{key}-{family_id}-late")

    chance.shuffle(waiting)
    with patch.object(sending, "provider_for", lambda _channel: carrier):
        parts = [waiting[start::SENDERS] for start in range(SENDERS)]
        answers = at_the_same_moment(*(lambda part=part: send(part) for part in parts), withdraw)  # type: ignore[misc]
        for message_id in Message.objects.filter(dedupe_key__endswith="-late").values_list("pk", flat=True):
            send_message(MessageId(message_id))
    families_of = {f"kith-{row.pk}": FamilyId(row.family_id) for row in Message.objects.filter(family_id__in=batch)}  # type: ignore[arg-type]
    late = [
        f"{reference} left {at - taken_back[families_of[reference]]:.4f} s after the word was taken back"
        for reference, at in carrier.handed
        if at > taken_back.get(families_of[reference], at)
    ]
    return late + [f"an action raised {each}" for each in answers if each is not None]


def _queue(family_id: FamilyId, charity: OrganisationId, key: str) -> MessageId:
    return queue_message(
        by=KITH,
        kind="place_booked",
        language="ro",
        facts=FACTS,
        dedupe_key=key,
        family_id=family_id,
        to_phone="+447700900123",
        word=Word(charity, Purpose.CARE),
    )


@contextmanager
def without_locking_before_sending() -> Iterator[None]:
    """The family is not locked, and a sender takes a moment between looking and handing over."""
    truly = silence.consent_held

    def looks(*asked: object) -> object:
        found = truly(*asked)  # type: ignore[arg-type]
        time.sleep(0.1)
        return found

    with ExitStack() as stack:
        stack.enter_context(patch.object(silence, "lock_family", lambda _: None))
        stack.enter_context(patch.object(silence, "consent_held", looks))
        yield
