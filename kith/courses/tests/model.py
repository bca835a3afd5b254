"""A course as it should be: days that are sessions of their own, and the families that are on all of them, or wait.

It stands on the model of one session (kith.groups.tests.machine), whose bookings, offers and holds go on beside it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kith.groups.tests.machine import DAY_BEGINS, DAY_ENDS, Family, Model, Step, Wish

JOBS, NO_JOBS = "wait", "pause"


@dataclass(frozen=True)
class CourseStep(Step):
    """One thing that happens to the course, or to one of its dates alone."""

    date: int = 0


@dataclass
class Place:
    """A family's place on the course as it should be."""

    who: object
    places: int
    state: str


@dataclass
class Hold:
    """A visitor's wish for the course as it should be, and what is kept for it on each date."""

    places: int
    may_wait: bool
    words_until: datetime
    kept: list[Wish]
    state: str = "held"


class Day(Model):
    """One date: a session like any other, on which a family has one live booking at most."""

    def live(self, who: object) -> Family | None:
        """The booking by which the family has, or waits for, places here."""
        return next((each for each in self.families if each.who is who and each.state != "cancelled"), None)

    def may_keep(self, places: int) -> bool:
        """Whether so many places can be kept unproved: of half of all, and of what is open."""
        return places <= min(self.open, self.capacity // 2 - sum(each.kept for each in self.wishes))

    def give_up(self, who: object, now: datetime) -> None:
        """The family's booking here ends, and who waits is asked."""
        if family := self.live(who):
            self._end(family, now)

    def go_on(self, now: datetime) -> None:
        """What came free is offered."""
        self._next(now)

    def run_jobs(self, now: datetime) -> None:
        """What is done every few minutes."""
        self._wait(now)

    def _again(self, family: Family, step: Step, now: datetime) -> bool:
        is_on_it = family.state == "cancelled" and family.who is not None and self.live(family.who) is not None
        return not is_on_it and super()._again(family, step, now)


@dataclass
class Course:
    """The whole reference: all dates or none, behind those who wait; a family has one place."""

    days: list[Day]
    places: list[Place] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)
    queue: list[Place] = field(default_factory=list)

    def do(self, step: CourseStep, now: datetime) -> bool:
        """Do the step if it may be done, and say whether it was."""
        if hasattr(self, f"_{step.act}"):
            return getattr(self, f"_{step.act}")(step, now)  # type: ignore[no-any-return]
        return self.days[step.date % len(self.days)].do(step, now)

    def _pause(self, _step: CourseStep, _now: datetime) -> bool:
        return True

    def _wait(self, _step: CourseStep, now: datetime) -> bool:
        """The jobs of the dates, and by day the list of the course: a family that fits is on it, until it begins."""
        for day in self.days:
            day.run_jobs(now)
        second = (now - now.replace(hour=0, minute=0, second=0, microsecond=0)).total_seconds()
        for place in list(self.queue) if DAY_BEGINS <= second < DAY_ENDS else []:
            if now >= self.days[0].starts_at:
                place.state = "given_up"
            elif self._take(place.who, place.places, now):
                place.state = "booked"
        self.queue = [each for each in self.queue if each.state == "waiting"]
        return True

    def _course(self, step: CourseStep, now: datetime) -> bool:
        return self._place(object(), step.places, now, may_wait=step.may_wait)

    def _join(self, step: CourseStep, now: datetime) -> bool:
        """A family that has asked for places on one date wants the course."""
        there = self.days[step.date % len(self.days)].families
        if not there:
            return False
        family = there[step.which % len(there)]
        family.who = family.who or object()
        return not self._is_on_it(family.who) and self._place(family.who, step.places, now, may_wait=step.may_wait)

    def _hold_course(self, step: CourseStep, now: datetime) -> bool:
        if not self._may(step.places, now) or not (step.may_wait or self._has(step.places)):
            return False
        begins_at = self.days[0].starts_at
        until, words = (min(now + timedelta(hours=hours), begins_at) for hours in (2, 24))
        hold = Hold(step.places, step.may_wait, words, [])
        if self._has(step.places) and all(day.may_keep(step.places) for day in self.days):
            for day in self.days:
                wish = Wish(step.places, step.places, False, until, until, is_of_course=True)
                day.wishes.append(wish)
                hold.kept.append(wish)
        self.holds.append(hold)
        return True

    def _confirm(self, step: CourseStep, now: datetime) -> bool:
        hold = self.holds[step.which % len(self.holds)] if self.holds else None
        if hold is None or hold.state == "over" or (hold.state == "held" and now >= hold.words_until):
            return False
        if hold.state == "held":
            may_wait = hold.may_wait or step.may_wait
            if not self._place(object(), hold.places, now, may_wait=may_wait, hold=hold):
                return False
            hold.state = "booked"
        return True

    def _let_hold_go(self, step: CourseStep, now: datetime) -> bool:
        hold = self.holds[step.which % len(self.holds)] if self.holds else None
        if hold is not None and hold.state == "held":
            hold.state = "over"
            for day, wish in zip(self.days, hold.kept, strict=False):
                was_kept = wish.kept
                _end(wish)
                if was_kept:
                    day.go_on(now)
        return hold is not None

    def _give_up(self, step: CourseStep, now: datetime) -> bool:
        place = self.places[step.which % len(self.places)] if self.places else None
        if place is not None and place.state != "given_up":
            for day in self._to_come(now) if place.state == "booked" else []:
                day.give_up(place.who, now)
            place.state = "given_up"
            self.queue = [each for each in self.queue if each is not place]
        return place is not None

    def _course_again(self, step: CourseStep, now: datetime) -> bool:
        place = self.places[step.which % len(self.places)] if self.places else None
        if place is None or place.state != "given_up":
            return place is not None
        if self._is_on_it(place.who) or not self._may(place.places, now) or not self._has(place.places):
            return False
        if not self._take(place.who, place.places, now):
            return False
        place.state = "booked"
        return True

    def _is_on_it(self, who: object) -> bool:
        return any(each.who is who and each.state != "given_up" for each in self.places)

    def _to_come(self, now: datetime) -> list[Day]:
        return [day for day in self.days if day.starts_at > now]

    def _may(self, places: int, now: datetime) -> bool:
        return now < self.days[0].starts_at and places <= min(day.capacity for day in self.days)

    def _has(self, places: int) -> bool:
        """Whether a newcomer is before no family that waits, and has the places on every date."""
        return not self.queue and places <= min(day.capacity - day.taken for day in self.days)

    def _place(self, who: object, places: int, now: datetime, *, may_wait: bool, hold: Hold | None = None) -> bool:
        is_kept = hold is not None and any(wish.kept for wish in hold.kept)
        if not self._may(places, now):
            return False
        is_had = (is_kept or self._has(places)) and self._take(who, places, now, hold if is_kept else None)
        if not is_had and not may_wait:
            return False
        self.places.append(Place(who, places, "booked" if is_had else "waiting"))
        if not is_had:
            self.queue.append(self.places[-1])
        return True

    def _take(self, who: object, places: int, now: datetime, hold: Hold | None = None) -> bool:
        """Take every date to come, or none; where the family has a booking already that one stays."""
        days = self._to_come(now)
        there = [day.live(who) for day in days]
        wanted = [day for day, live in zip(days, there, strict=True) if live is None]
        is_free = all(places <= day.open for day in wanted) or hold is not None
        if any(live is not None and live.state != "booked" for live in there) or not is_free:
            return False
        for wish in hold.kept if hold else []:
            _end(wish)
        for day in wanted:
            day.families.append(Family(places, "booked", who=who))
        return True


def _end(wish: Wish) -> None:
    """What was kept is kept no more; a row whose time ran out before stays as it was."""
    if wish.kept:
        wish.state, wish.kept = "over", 0
