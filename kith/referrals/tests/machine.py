"""Any history of referring, moving on and taking back agrees with a small model, and what is open has an owner.

``run_histories(count, seed)`` runs that many random histories against the database it is given, puts each back, and
returns what differed: it is one of the proofs that ``make proof`` runs.
"""

from dataclasses import dataclass, field
from random import Random

from django.db import transaction

from kith.families.actions.consenting import withdraw_consent
from kith.families.events import ConsentWithdrawn
from kith.families.queries.reach import consent_held
from kith.families.rules.codes import Purpose
from kith.kernel.ids import FamilyId, OrganisationId, ReceiverId, ReferralId
from kith.kernel.refusal import Refusal
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.referrals.actions.endings import withdraw_without_consent
from kith.referrals.actions.referring import move_referral
from kith.referrals.models.referrals import Referral
from kith.referrals.rules.referrals import Move, ReferralReason, ReferralState
from kith.referrals.tests.referring import SHE_AGREED, Place
from testing.people import KITH

LONGEST, TRIES = 14, 3
S, R = ReferralState, ReferralReason
ACTS = ("refer", "draft", "move", "move", "move", "move", "move", "move", "take_back")
WHO = ("sender", "receiver", "stranger")
SENDER_MAY = {S.DRAFT: {S.SENT}, S.MORE_NEEDED: {S.RECEIVED}, S.NO_CONTACT: {S.SENT, S.DONE}}
RECEIVER_MAY = {
    S.SENT: {S.RECEIVED, S.MORE_NEEDED, S.ACCEPTED, S.DECLINED},
    S.RECEIVED: {S.MORE_NEEDED, S.ACCEPTED, S.DECLINED},
    S.ACCEPTED: {S.WAITING, S.TRIED, S.IN_PROGRESS, S.DONE},
    S.WAITING: {S.TRIED, S.IN_PROGRESS, S.DONE},
    S.TRIED: {S.TRIED, S.WAITING, S.IN_PROGRESS, S.NO_CONTACT, S.DONE},
    S.IN_PROGRESS: {S.DONE},
}
OVER = {S.DONE, S.DECLINED, S.WITHDRAWN}
REASONS = {
    S.MORE_NEEDED: R.HOW_TO_REACH,
    S.WAITING: R.OUR_WAITING_LIST,
    S.DONE: R.HELPED,
    S.DECLINED: R.FULL,
    S.WITHDRAWN: R.PARENT_CHOSE,
}
TARGETS = tuple(each for each in S if each not in (S.DRAFT, S.TRANSFERRED, S.EXPIRED))


@dataclass
class Model:
    """The referral to one receiver as it should be: the whole reference. An owner is an end, and there a person."""

    state: ReferralState | None = None
    tries: int = 0
    owner: tuple[str, str] | None = None
    agreed: bool = False

    def do(self, act: str, who: str, to: ReferralState) -> bool:
        """Do the action if it may be done, and say whether it was."""
        match act:
            case "refer" | "draft":
                if self.state is None or self.state in OVER:
                    self.agreed = self.agreed or act == "refer"
                    self._be(S.SENT if act == "refer" else S.DRAFT, who)
            case "take_back":
                was, self.agreed = self.agreed, False
                if was and self.state not in {None, S.DRAFT, *OVER}:
                    self._be(S.WITHDRAWN, who)
                return was
            case _:
                return self._move(who, to)
        return True

    def _move(self, who: str, to: ReferralState) -> bool:
        sees = who == "sender" or (who == "receiver" and self.agreed and self.state is not S.DRAFT)
        if self.state is None or self.state in OVER or not sees:
            return False
        moves: set[ReferralState] = (SENDER_MAY if who == "sender" else RECEIVER_MAY).get(self.state, set())
        if to is not S.WITHDRAWN and to not in moves:
            return False
        if (to is S.SENT and not self.agreed) or (to is S.NO_CONTACT and self.tries < TRIES):
            return False
        self._be(to, who)
        self.agreed = self.agreed and to is not S.WITHDRAWN
        return True

    def _be(self, state: ReferralState, who: str) -> None:
        self.state = state
        self.tries = 0 if state in (S.SENT, S.DRAFT) else self.tries + (state is S.TRIED)
        if state in OVER:
            self.owner = None
        elif state in (S.DRAFT, S.MORE_NEEDED, S.NO_CONTACT):
            self.owner = ("sender", "sender")
        else:
            self.owner = ("receiver", "receiver" if who == "receiver" and state is not S.SENT else "")


@dataclass
class Case:
    """One family, two receivers, and the latest referral to each, in the database."""

    place: Place
    family_id: FamilyId
    latest: dict[int, ReferralId] = field(default_factory=dict)

    def do(self, at: int, act: str, who: str, to: ReferralState) -> bool:
        """Do the action; False where it is refused or nothing is to be seen."""
        receiver_id, organisation_id, receiver = self.ends(at)
        people = {"sender": self.place.midwife, "receiver": receiver, "stranger": self.ends(1 - at)[2]}
        try:
            match act:
                case "refer":
                    self.latest[at] = self.place.refer(self.family_id, receiver_id, agreed=SHE_AGREED)
                case "draft":
                    self.latest[at] = self.place.refer(self.family_id, receiver_id, agreed=None)
                case "take_back":
                    return self._take_back(organisation_id)
                case _ if at not in self.latest:
                    return False
                case _:
                    move = Move(to, REASONS.get(to))
                    move_referral(by=people[who], referral_id=self.latest[at], move=move)
        except (Refusal, NotFound):
            return False
        return True

    def ends(self, at: int) -> tuple[ReceiverId, OrganisationId, Viewer]:
        """Who receives there."""
        place = self.place
        charity = (place.to_charity, place.charity, place.supporter)
        return charity if at else (place.to_visiting, place.visiting, place.visitor)

    def state_of(self, at: int) -> Model:
        """The referral as it is."""
        _, organisation_id, receiver = self.ends(at)
        agreed = consent_held(self.family_id, organisation_id, Purpose.REFERRAL) is not None
        if at not in self.latest:
            return Model(agreed=agreed)
        row = Referral.objects.get(pk=self.latest[at])
        ends = {self.place.hospital: "sender", organisation_id: "receiver"}
        people = {self.place.midwife.membership_id: "sender", receiver.membership_id: "receiver", None: ""}
        owner = row.owner_organisation_id and (
            ends[OrganisationId(row.owner_organisation_id)],
            people[row.owner_membership_id],  # type: ignore[index]
        )
        return Model(S(row.state), row.tries, owner or None, agreed)

    def _take_back(self, organisation_id: OrganisationId) -> bool:
        consent_id = consent_held(self.family_id, organisation_id, Purpose.REFERRAL)
        if consent_id is None:
            return False
        withdraw_consent(by=KITH, family_id=self.family_id, consent_id=consent_id)
        withdraw_without_consent(ConsentWithdrawn(self.family_id, organisation_id, Purpose.REFERRAL))
        return True


def run_histories(count: int, seed: int) -> list[str]:
    """What differed from the model in so many random histories; an empty list is the promise kept."""
    random, found = Random(seed), []
    with transaction.atomic():
        place = Place.build()
        family_id = place.family()
        for number in range(count):
            point = transaction.savepoint()
            found += [f"history {number}: {each}" for each in one_history(Case(place, family_id), random)]
            transaction.savepoint_rollback(point)
        transaction.set_rollback(True)
    return found


def one_history(case: Case, random: Random) -> list[str]:
    """One history from the place as it stands; what differed, with the actions that led there."""
    models, told = (Model(), Model()), []
    for _ in range(random.randint(2, LONGEST)):
        at, act, who = random.randrange(2), random.choice(ACTS), random.choice(WHO[:2] * 3 + WHO)
        to = random.choice(_likely(models[at], random))
        told.append(f"{act} {to if act == 'move' else ''} at {at} by {who}")
        expected = models[at].do(act, who, to)
        if case.do(at, act, who, to) != expected:
            return [f"{told}: the model said {expected}"]
        if case.state_of(at) != models[at]:
            return [f"{told}: is {case.state_of(at)}, not {models[at]}"]
        if Referral.objects.open().filter(owner_organisation=None).exists():
            return [f"{told}: an open referral is nobody's"]
    return [f"{told}: in the end" for at in range(2) if case.state_of(at) != models[at]]


def _likely(model: Model, random: Random) -> tuple[ReferralState, ...]:
    """Mostly moves that either end might make, so that histories go far."""
    if model.state is None or random.random() < 0.3:
        return TARGETS
    moves = SENDER_MAY.get(model.state, set()) | RECEIVER_MAY.get(model.state, set())
    return tuple(sorted(moves)) or TARGETS
