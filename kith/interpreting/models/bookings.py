"""Bookings of interpreters: what must never be false of them stands here as constraints."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.families.queries.reach import may_open, opens_for
from kith.interpreting.models.interpreters import LANGUAGE_PATTERN, Interpreter
from kith.interpreting.rules.choosing import Past, Wanted
from kith.interpreting.rules.codes import HELD, LIVE, SIGN_LANGUAGES, GenderWish, Mode, State, What, Why, Wish
from kith.interpreting.rules.costs import Rate
from kith.interpreting.rules.states import BOOKING, BookingStatus
from kith.kernel import ids
from kith.kernel.ids import FamilyId, InterpreterBookingId, InterpreterId
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token
from kith.platform.steps import Step
from kith.platform.stretches import TimeRange, never_two

_LIVE, _HELD = sorted(LIVE), sorted(HELD)


class InterpreterBookingQuerySet(models.QuerySet["InterpreterBooking"]):
    """Bookings, by how they stand."""

    def locked(self, booking_id: InterpreterBookingId) -> "InterpreterBooking | None":
        """The booking, locked until the transaction ends: what becomes of it is decided one action after another."""
        return self.select_for_update(of=("self",)).select_related("interpreter").filter(pk=booking_id).first()

    def live(self) -> Self:
        """Those whose need still waits to be met."""
        return self.filter(state__in=_LIVE)

    def arranged_by(self, viewer: Viewer) -> Self:
        """Those that the viewer's organisation arranges: for families that let it in, or for its own sessions."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        lets_in = Q(opens_for(family="family_id", organisation="organisation_id"))
        return self.filter(Q(what=What.SESSION) | lets_in, organisation_id__in=viewer.organisation_ids)

    def holding(self, interpreter_id: int, starts: object, ends: object) -> Self:
        """Those that keep this interpreter's time somewhere between these instants."""
        return self.filter(interpreter_id=interpreter_id, state__in=_HELD, held_from__lt=ends, held_until__gt=starts)

    def past_of(self, family_id: FamilyId) -> list[Past]:
        """The family's bookings that took place, or failed and were spoken about, for the rule of "the same again"."""
        rows = self.filter(family_id=family_id, interpreter__isnull=False)
        said = ~Q(worker_wish="") | ~Q(family_wish="")
        return [row.past for row in rows.filter(Q(state=State.DONE) | (Q(state=State.FAILED) & said))]


class InterpreterBooking(models.Model):
    """An interpreter wanted by a family for a while, and what became of it."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    family = models.ForeignKey("families.Family", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    interpreter = models.ForeignKey(Interpreter, on_delete=models.PROTECT, related_name="bookings", null=True)
    what = CodeField(What)
    need = models.CharField(max_length=80, blank=True)
    request_key = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=20)
    dialect = models.CharField(max_length=60, blank=True)
    gender = CodeField(GenderWish)
    mode = CodeField(Mode)
    place = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    is_doubled = models.BooleanField()
    held_from = models.DateTimeField()
    held_until = models.DateTimeField()
    state = CodeField(State)
    why = CodeField(Why, blank=True)
    late_minutes = models.PositiveSmallIntegerField(null=True)
    revision = models.PositiveSmallIntegerField(default=1)
    token = models.CharField(max_length=43, unique=True, default=new_token)
    chased_at = models.DateTimeField(null=True)
    worker_wish = CodeField(Wish, blank=True)
    family_wish = CodeField(Wish, blank=True)
    pence_per_hour = models.PositiveIntegerField(null=True)
    visit_travel_pence = models.PositiveIntegerField(null=True)
    paid_minutes = models.PositiveSmallIntegerField(default=0)
    time_pence = models.PositiveIntegerField(default=0)
    travel_pence = models.PositiveIntegerField(default=0)

    objects = InterpreterBookingQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["organisation", "starts_at"], name="interpreting_by_organisation"),
            models.Index(fields=["starts_at"], name="interpreting_live", condition=Q(state__in=_LIVE)),
        ]
        constraints: ClassVar = [
            # Her way there and back counts, so that no interpreter is sent to two ends of the town.
            never_two(
                "interpreter_never_twice_at_once",
                "interpreter",
                stretch=TimeRange("held_from", "held_until"),
                condition=Q(state__in=_HELD),
            ),
            never_two(
                "interpreting_one_live_for_each_need",
                "family",
                "language",
                stretch=TimeRange("starts_at", "ends_at"),
                condition=Q(state__in=_LIVE),
            ),
            models.UniqueConstraint(
                fields=["need"], name="interpreting_need_once", condition=~Q(need="") & Q(state__in=_LIVE)
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_HELD) | Q(interpreter__isnull=False), name="interpreting_held_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at"), held_from__lte=F("starts_at"), held_until__gte=F("ends_at")),
                name="interpreting_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=Q(minutes__range=(10, 480)), name="interpreting_length_is_possible"),
            models.CheckConstraint(
                condition=Q(state=State.FAILED, why__in=list(Why)) | (~Q(state=State.FAILED) & Q(why="")),
                name="interpreting_failed_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(mode=Mode.PHONE) | ~Q(language__in=sorted(SIGN_LANGUAGES)),
                name="interpreting_signs_are_seen",
            ),
            models.CheckConstraint(
                condition=Q(language__regex=LANGUAGE_PATTERN), name="interpreting_language_is_a_code"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.DONE, State.FAILED]) | Q(paid_minutes=0, time_pence=0, travel_pence=0),
                name="interpreting_paid_when_settled",
            ),
        ]

    def __str__(self) -> str:
        return f"interpreter booking {self.pk}"

    def is_within_reach(self, viewer: Viewer) -> bool:
        """Whether the viewer arranges for its organisation, or books interpreters and may open the family's record."""
        if viewer.kind is ViewerKind.SYSTEM:
            return True
        if Permission.MANAGE_INTERPRETING in viewer.permissions:
            is_own = InterpreterBooking.objects.arranged_by(viewer).filter(pk=self.pk).exists()
            if is_own:
                return True
        return Permission.BOOK_INTERPRETER in viewer.permissions and may_open(viewer, FamilyId(self.family_id))

    @property
    def status(self) -> BookingStatus:
        """How it stands, for the rules."""
        return BookingStatus(self.state, self.starts_at, self.minutes)

    @property
    def wanted(self) -> Wanted:
        """What was asked for, for the rules."""
        return Wanted(self.language, self.mode, self.dialect, self.gender)

    @property
    def past(self) -> Past:
        """What both sides made of it, for the rules."""
        return Past(
            interpreter_id=InterpreterId(self.interpreter_id or 0),
            at=self.starts_at,
            worker=self.worker_wish or None,
            family=self.family_wish or None,
        )

    @property
    def rate(self) -> Rate | None:
        """What the interpreter asked for when she was offered it."""
        if self.pence_per_hour is None:
            return None
        return Rate(self.pence_per_hour, self.visit_travel_pence or 0)


class InterpreterBookingState(Step):
    """A step of a booking's way: what it became, when, and who made it so."""

    booking = models.ForeignKey(InterpreterBooking, on_delete=models.CASCADE, related_name="states")
    state = CodeField(State)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    interpreter = models.ForeignKey(Interpreter, on_delete=models.PROTECT, related_name="+", null=True)
    by_interpreter = models.BooleanField(default=False)
    late_minutes = models.PositiveSmallIntegerField(null=True)
    why = models.CharField(max_length=25, blank=True)

    machine = BOOKING

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(by_interpreter=False) | Q(interpreter__isnull=False), name="interpreting_step_by_whom"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state} of interpreter booking {self.booking_id}"
