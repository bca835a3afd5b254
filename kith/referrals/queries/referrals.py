"""Referrals as they are read: the inbox of an organisation, one referral with its history, those of one family."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain

from kith.families.queries.reach import may_open
from kith.families.rules.codes import Purpose
from kith.kernel import clock
from kith.kernel.ids import FamilyId, ReceiverId, ReferralId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.platform.prepared import Given, PreparedFor
from kith.referrals.models.referrals import Referral
from kith.referrals.queries.particulars import SharedFamily, is_named_to, particulars
from kith.referrals.queries.receivers import ReceiverCard, other_receivers
from kith.referrals.queries.rows import ReferralRow, ReferralStepRow, readings_of, rows_of, steps_of
from kith.referrals.rules.needs import SHARED, ReferralNeed
from kith.referrals.rules.referrals import OPEN, TO_ANSWER, Party, ReferralState, moves_from

STILL_NEWS = timedelta(days=30)


@dataclass(frozen=True)
class Inbox:
    """What an organisation has to answer, what else waits on it, and what it has sent; by the clock."""

    to_answer: Paged[ReferralRow]
    with_us: Paged[ReferralRow]
    sent: Paged[ReferralRow]
    news: Paged[ReferralRow]

    @property
    def count(self) -> int:
        """How many there are in all lists."""
        return self.to_answer.count + self.with_us.count + self.sent.count + self.news.count


@dataclass(frozen=True)
class ReferralPage:
    """One referral, as much of it as the viewer may see."""

    row: ReferralRow
    why: str
    shared: SharedFamily | None
    steps: tuple[ReferralStepRow, ...]
    moves: frozenset[ReferralState]
    tries_left: int
    others: tuple[ReceiverCard, ...]
    may_open_record: bool
    is_referrer: bool
    receiver_id: ReceiverId
    follows: ReferralId | None
    followed_by: ReferralId | None
    offer: ReceiverCard | None

    @property
    def seen(self) -> int:
        """The number of the last step, which a move made from this page carries."""
        return self.steps[-1].number


@dataclass(frozen=True)
class OwnReferral:
    """A referral as the parent sees it, with each time it was read by a link."""

    row: ReferralRow
    steps: tuple[ReferralStepRow, ...]
    readings: tuple[datetime, ...] = field(default=())

    @property
    def last(self) -> ReferralStepRow:
        """What happened last."""
        return self.steps[-1]


def referral_inbox(viewer: Viewer, asked: ListAsked) -> Inbox:
    """The inbox of the viewer's organisation. One entry in the audit says that the list was read."""
    if not viewer.permissions & {Permission.REFER, Permission.ANSWER_REFERRAL}:
        raise access.Forbidden(Permission.ANSWER_REFERRAL.value)
    audit.read(viewer, "referrals.referrals_listed", "organisations.Membership", viewer.membership_id)
    named = is_named_to(viewer, asked.words, family="family_id")
    seen = access.visible(viewer, Referral.objects.filter(named)).select_related("receiver")
    ours = viewer.organisation_ids
    mine = seen.open().filter(owner_organisation_id__in=ours)
    sent = seen.filter(from_organisation_id__in=ours)
    ended = sent.closed().filter(moved_at__gte=clock.now() - STILL_NEWS)
    lists = {
        "to-answer": mine.filter(state__in=TO_ANSWER).order_by("due_at", "pk"),
        "with-us": mine.exclude(state__in=TO_ANSWER).order_by("due_at", "pk"),
        "sent": sent.open().exclude(owner_organisation_id__in=ours).order_by("due_at", "pk"),
        "news": ended.order_by("-moved_at", "pk"),
    }
    pages = [paged(rows, asked.of_part(part)) for part, rows in lists.items()]
    cards = rows_of(viewer, chain.from_iterable(each.rows for each in pages))
    return Inbox(*(each.with_rows(cards[ReferralId(row.pk)] for row in each.rows) for each in pages))


def to_answer_count(viewer: Viewer) -> tuple[int, int]:
    """How many referrals the viewer's organisation has to answer, and how many of those are late."""
    dues = _DUE(viewer)
    return len(dues), sum(due_at < clock.now() for due_at in dues if due_at)


def referral_page(viewer: Viewer, referral_id: ReferralId) -> ReferralPage:
    """One referral; NotFound unless the viewer may see it. A logged read of what the family agreed to share."""
    found = access.visible(viewer, Referral.objects.select_related("receiver")).filter(pk=referral_id).first()
    if found is None:
        raise NotFound("referral")
    family_id, facts = FamilyId(found.family_id), found.facts()
    parties = found.parties(viewer)
    audit.read(viewer, "referrals.referral_opened", Referral._meta.label, referral_id, family_id=family_id)
    is_open = facts.state in OPEN
    need, receiver_id = ReferralNeed(found.need), ReceiverId(found.receiver_id)
    wanted = SHARED[need]
    steps, moves = steps_of([found])[referral_id], moves_from(facts, parties)
    # Passing it on takes the family's word, which only a worker who may open its record can write down.
    opens_record = viewer.membership_id is not None and may_open(viewer, family_id)
    return ReferralPage(
        row=rows_of(viewer, [found])[referral_id],
        why=found.why,
        shared=particulars(viewer, family_id, wanted, purpose=Purpose.REFERRAL) if is_open else None,
        steps=steps,
        moves=moves if opens_record else moves - {ReferralState.TRANSFERRED},
        tries_left=max(0, facts.tries_before_return - facts.tries),
        others=tuple(other_receivers(need, receiver_id)) if is_open else (),
        may_open_record=opens_record,
        is_referrer=Party.REFERRER in parties,
        receiver_id=receiver_id,
        follows=ReferralId(found.follows_id) if found.follows_id else None,
        followed_by=_followed_by(found),
        offer=steps[-1].offer,
    )


def referrals_of(viewer: Viewer, family_id: FamilyId) -> tuple[OwnReferral, ...]:
    """The family's referrals that the viewer may see, the latest first: all of them to the family itself."""
    rows = _OF_FAMILY(viewer, family_id=family_id)
    steps, readings = steps_of(rows), readings_of(rows)
    cards = rows_of(viewer, rows)
    return tuple(
        OwnReferral(cards[ReferralId(row.pk)], steps[ReferralId(row.pk)], readings.get(ReferralId(row.pk), ()))
        for row in rows
    )


def open_referral(viewer: Viewer, family_id: FamilyId, need: ReferralNeed) -> ReferralId | None:
    """The open referral of this family for this need, as far as the viewer may see it."""
    rows = access.visible(viewer, Referral.objects.open().filter(family_id=family_id, need=need))
    found = rows.values_list("pk", flat=True).first()
    return ReferralId(found) if found else None


_DUE = PreparedFor(
    lambda viewer: (
        access.visible(viewer, Referral.objects.open())
        .filter(owner_organisation_id__any=viewer.organisation_ids, state__in=TO_ANSWER)
        .values_list("due_at", flat=True)
    )
)
_OF_FAMILY = PreparedFor(
    lambda viewer: (
        access.visible(viewer, Referral.objects.filter(family_id=Given("family_id")))
        .select_related("receiver")
        .order_by("-begun_at", "-pk")
    )
)


def _followed_by(row: Referral) -> ReferralId | None:
    found = row.followed_by.values_list("pk", flat=True).first()
    return ReferralId(found) if found else None
