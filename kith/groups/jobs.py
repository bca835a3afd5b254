"""What sessions do by the clock."""

from kith.groups.actions.attendance import settle_attendance
from kith.groups.actions.holding import forget_held_words, free_held_places
from kith.groups.actions.offering import pass_offers_on
from kith.groups.actions.reminding import remind_of_sessions
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("groups.free_held_places", cron="*/5 * * * *")
def free_places() -> None:
    """Open to others what was kept for visitors who did not show in time who they are; safe to run twice."""
    free_held_places(by=system_actor("groups.holding"))


@periodic("groups.forget_held_words", cron="7 * * * *")
def forget_words() -> None:
    """Erase what visitors typed and did not prove; safe to run twice."""
    forget_held_words(by=system_actor("groups.holding"))


@periodic("groups.pass_offers_on", cron="*/5 * * * *")
def pass_on() -> None:
    """Offer to the next family what another did not answer for, or what came free by night; safe to run twice."""
    pass_offers_on(by=system_actor("groups.offering"))


@periodic("groups.remind_of_sessions", cron="*/15 * * * *")
def remind() -> None:
    """Remind families of what they have booked; safe to run twice."""
    remind_of_sessions(by=system_actor("groups.reminding"))


@periodic("groups.settle_attendance", cron="4-59/15 * * * *")
def settle() -> None:
    """Announce who came and who missed a session, once what was noted has stood a while; safe to run twice."""
    settle_attendance(by=system_actor("groups.register"))
