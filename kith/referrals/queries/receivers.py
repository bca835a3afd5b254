"""Who takes referrals for a need, how much they have in hand, and how soon they usually answer."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Aggregate, Count, DurationField, F, Q, QuerySet

from kith.kernel import clock
from kith.kernel.ids import OrganisationId, ReceiverId, TeamId
from kith.methods.names import sorting_key
from kith.organisations.queries.people import OrganisationCard, organisation_cards, team_names
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.referrals.models.receivers import Receiver
from kith.referrals.models.referrals import Referral
from kith.referrals.rules.clocks import Promise, Urgency
from kith.referrals.rules.needs import ReferralNeed
from kith.referrals.rules.referrals import ReferralState

LOOKING_BACK = timedelta(days=180)
FEWEST_TO_SAY = 5


class Median(Aggregate):
    """The middle one of the durations."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@dataclass(frozen=True)
class ReceiverCard:
    """A referral service as referrers choose it; no reply time from fewer than five answers."""

    id: ReceiverId
    need: ReferralNeed
    organisation: OrganisationCard
    team: str
    open_count: int
    answered_count: int
    accepted_count: int
    usual_reply: timedelta | None
    closed_until: date | None
    answers_by_link: bool
    promises: Mapping[Urgency, Promise]

    @property
    def is_closed(self) -> bool:
        """Whether it takes no referrals today."""
        return self.closed_until is not None

    @property
    def wait(self) -> timedelta:
        """How long an answer is waited for: as it usually was, or else as is promised."""
        return self.usual_reply or self.promises[Urgency.ROUTINE].answer


def receivers_for(viewer: Viewer, need: ReferralNeed | None = None) -> list[ReceiverCard]:
    """Who takes referrals (for this need), those open to them first, then the shortest wait, then the least in hand."""
    access.require(viewer, Permission.REFER)
    rows = Receiver.objects.all()
    if need is not None:
        rows = rows.filter(need=need)
    return sorted(_cards(rows), key=lambda card: (card.closed_until or date.min, card.wait, card.open_count, card.id))


def needs_met(viewer: Viewer) -> list[ReferralNeed]:
    """What a family can be referred for here, in the order of the list of needs."""
    access.require(viewer, Permission.REFER)
    met = set(Receiver.objects.values_list("need", flat=True))
    return [need for need in ReferralNeed if need.value in met]


def receiver_cards(ids: Iterable[ReceiverId]) -> dict[ReceiverId, ReceiverCard]:
    """Several referral services; all who refer or answer know what they are called and promise."""
    wanted = set(ids)
    return {card.id: card for card in _cards(Receiver.objects.filter(pk__in=wanted))} if wanted else {}


def usual_replies(organisation_ids: Iterable[OrganisationId]) -> dict[OrganisationId, timedelta]:
    """How soon these organisations usually answer referrals; those with too few answers are left out."""
    lately = Referral.objects.filter(
        receiver__organisation_id__in=set(organisation_ids), answered_at__gte=clock.now() - LOOKING_BACK
    )
    found = lately.values_list("receiver__organisation_id").annotate(
        count=Count("pk"), middle=Median(F("answered_at") - F("sent_at"))
    )
    return {OrganisationId(pk): middle for pk, count, middle in found if count >= FEWEST_TO_SAY and middle}


def receivers_of(viewer: Viewer) -> list[ReceiverCard]:
    """The receivers of the viewer's own organisation."""
    return _cards(Receiver.objects.filter(organisation_id__in=viewer.organisation_ids))


def other_receivers(need: ReferralNeed, besides: ReceiverId) -> list[ReceiverCard]:
    """Who else takes referrals for the need today."""
    cards = _cards(Receiver.objects.filter(need=need).exclude(pk=besides))
    return [card for card in cards if not card.is_closed]


def _cards(found: QuerySet[Receiver]) -> list[ReceiverCard]:
    unsorted = list(found.prefetch_related("promises"))
    organisations = organisation_cards(OrganisationId(row.organisation_id) for row in unsorted)
    rows = sorted(unsorted, key=lambda row: (row.need, sorting_key(organisations[row.owner_id].name), row.pk))
    teams = team_names(TeamId(row.team_id) for row in rows if row.team_id)
    held, answers, today = _open_counts(rows), _answers(rows), clock.today()
    return [
        ReceiverCard(
            id=ReceiverId(row.pk),
            need=row.need,
            organisation=organisations[row.owner_id],
            team=teams.get(TeamId(row.team_id), "") if row.team_id else "",
            open_count=held.get(row.pk, 0),
            answered_count=answers.get(row.pk, (0, 0, None))[0],
            accepted_count=answers.get(row.pk, (0, 0, None))[1],
            usual_reply=answers.get(row.pk, (0, 0, None))[2],
            closed_until=row.closed_until if row.closed_until and row.closed_until > today else None,
            answers_by_link=row.answers_by_link,
            promises={urgency: row.promise(urgency) for urgency in Urgency},
        )
        for row in rows
    ]


def _open_counts(rows: Collection[Receiver]) -> dict[int, int]:
    sent = Referral.objects.open().filter(receiver__in=rows).exclude(state=ReferralState.DRAFT)
    return dict(sent.values_list("receiver").annotate(count=Count("pk")))


def _answers(rows: Collection[Receiver]) -> dict[int, tuple[int, int, timedelta | None]]:
    """For each receiver: how many it answered lately, how many of those are not declined, and the middle reply time."""
    lately = Referral.objects.filter(receiver__in=rows, answered_at__gte=clock.now() - LOOKING_BACK)
    found = lately.values_list("receiver").annotate(
        count=Count("pk"),
        declined=Count("pk", filter=Q(state=ReferralState.DECLINED)),
        middle=Median(F("answered_at") - F("sent_at")),
    )
    return {
        receiver_id: (count, count - declined, middle if count >= FEWEST_TO_SAY else None)
        for receiver_id, count, declined, middle in found
    }


def needs_of(organisation_id: OrganisationId) -> list[ReferralNeed]:
    """What an organisation takes referrals for: any colleague may know it."""
    rows = Receiver.objects.filter(organisation_id=organisation_id).order_by("need", "pk")
    return list(dict.fromkeys(rows.values_list("need", flat=True)))
