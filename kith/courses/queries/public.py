"""A course as its own page shows it: its dates, what each is about, where, and how many places are left."""

from dataclasses import dataclass

from kith.courses.dates import DateOfCourse, dates_of, facts_from
from kith.courses.models.courses import Course, CourseDate
from kith.courses.rules.courses import CourseFacts
from kith.directory.queries.cards import ServiceCard, VenueCard
from kith.directory.queries.search import services_by_id
from kith.kernel import clock
from kith.kernel.ids import CourseId, OrganisationId, SessionId
from kith.library.queries.reading import SlidesTold, slides_told
from kith.organisations.queries.people import organisation_cards
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText
from kith.whats_on.queries.pages import venue_of
from kith.whats_on.queries.sessions import SessionCard
from kith.whats_on.rules.places import places_shown


@dataclass(frozen=True)
class CourseCard:
    """A course in one language, with its dates."""

    id: CourseId
    organisation_id: OrganisationId
    dates: tuple[DateOfCourse, ...]
    facts: CourseFacts

    @property
    def first(self) -> SessionCard:
        """The first date that takes place; of a course that is called off, the first."""
        return next((each.session for each in self.dates if not each.session.is_cancelled), self.dates[0].session)

    @property
    def last(self) -> SessionCard:
        """The last date that takes place."""
        taking_place = [each.session for each in self.dates if not each.session.is_cancelled]
        return taking_place[-1] if taking_place else self.dates[-1].session

    @property
    def title(self) -> LocalText:
        """What the series is called."""
        return self.first.title

    @property
    def count(self) -> int:
        """How many dates take place."""
        return len(self.facts.taking_place)

    @property
    def is_called_off(self) -> bool:
        """Whether no date of it takes place."""
        return not self.facts.taking_place

    @property
    def has_begun(self) -> bool:
        """Whether its first date has begun."""
        return self.facts.has_begun(clock.now())

    @property
    def has_creche(self) -> bool:
        """Whether there is a crèche on any date that takes place."""
        return any(each.session.has_creche and not each.session.is_cancelled for each in self.dates)

    @property
    def is_creche_full(self) -> bool:
        """Whether its crèche has no room for one child more on every date."""
        return not self.facts.creche_fits(1)

    @property
    def is_over(self) -> bool:
        """Whether its last date is over."""
        return self.facts.is_over(clock.now())

    @property
    def is_open(self) -> bool:
        """Whether one can still book it, or wait for it."""
        return not (self.is_called_off or self.has_begun)

    @property
    def places_left(self) -> int:
        """How many places a newcomer can have on every date; none while families wait."""
        return 0 if self.facts.waiting_count else self.facts.places_left

    @property
    def places_shown(self) -> str:
        """The same, as the public is told."""
        return places_shown(self.places_left)

    @property
    def is_at_weekends(self) -> bool:
        """Whether every date is on a Saturday or Sunday."""
        return all(each.session.is_at_weekend for each in self.dates)

    @property
    def is_in_the_evening(self) -> bool:
        """Whether every date is on a weekday evening."""
        return all(each.session.is_in_the_evening for each in self.dates)


@dataclass(frozen=True)
class CoursePage:
    """A course with what each date is about, its service, its venue and who holds it."""

    course: CourseCard
    plan: dict[str, SlidesTold]
    service: ServiceCard | None
    venue: VenueCard | None
    organisation: str


def course_card(viewer: Viewer, course_id: CourseId, *, lang: str) -> CourseCard | None:
    """One course; None where there is none. Any viewer may know it."""
    rows = Course.objects.filter(pk=course_id)
    return next(iter(cards_from(viewer, list(rows), lang=lang)), None)


def course_page(viewer: Viewer, course_id: CourseId, *, lang: str) -> CoursePage | None:
    """The page of this course; None where there is none."""
    card = course_card(viewer, course_id, lang=lang)
    if card is None:
        return None
    service = services_by_id(viewer, [card.first.service_id], lang=lang).get(card.first.service_id)
    return CoursePage(
        course=card,
        plan=slides_told(viewer, {each.slides for each in card.dates if each.slides}, lang),
        service=service,
        venue=venue_of(viewer, card.first, lang=lang),
        organisation=organisation_cards([card.organisation_id])[card.organisation_id].name,
    )


def course_of_session(viewer: Viewer, session_id: SessionId, *, lang: str) -> tuple[CourseCard, int] | None:
    """The course that a session is a date of, and which date it is."""
    row = CourseDate.objects.filter(session_id=session_id).first()
    card = course_card(viewer, CourseId(row.course_id), lang=lang) if row else None
    return (card, row.number) if row and card else None


def cards_from(viewer: Viewer, rows: list[Course], *, lang: str) -> list[CourseCard]:
    """The cards of these courses, in the same order."""
    ids = [CourseId(row.pk) for row in rows]
    dates = dates_of(viewer, ids, lang=lang)
    return [
        CourseCard(
            id=CourseId(row.pk),
            organisation_id=OrganisationId(row.organisation_id),
            dates=dates[CourseId(row.pk)],
            facts=facts_from(dates[CourseId(row.pk)], row.families_waiting),
        )
        for row in rows
        if CourseId(row.pk) in dates
    ]
