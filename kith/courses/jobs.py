"""What courses do by the clock."""

from kith.courses.actions.following import follow_up_courses
from kith.courses.actions.holding import forget_course_holds
from kith.courses.actions.waiting import fill_courses
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("courses.fill", cron="*/10 * * * *")
def fill() -> None:
    """Give places that came free on every date to those who wait longest; safe to run twice."""
    fill_courses(by=system_actor("courses.waiting"))


@periodic("courses.forget_holds", cron="17 * * * *")
def forget_holds() -> None:
    """Erase what visitors typed and did not prove; safe to run twice."""
    forget_course_holds(by=system_actor("courses.holding"))


@periodic("courses.follow_up", cron="23 6-20 * * *")
def follow_up() -> None:
    """Give each mother of a course that is over a follow-up with an owner and a day; safe to run twice."""
    follow_up_courses(by=system_actor("courses.following"))
