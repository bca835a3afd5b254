"""Who reads stories first today: asked alike by pages and by what tells people."""

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.listening.models.stories import ReadingDuty
from kith.organisations.queries.people import is_working, people_who
from kith.platform.access.permissions import Permission


def on_duty() -> tuple[MembershipId | None, MembershipId | None]:
    """Who reads first today, and who stands in; only people who still work."""
    here = [each for each in ReadingDuty.objects.named_on(clock.today()) if is_working(each)]
    return (here[0] if here else None, here[1] if len(here) > 1 else None)


def readers_now() -> list[MembershipId]:
    """Who is told first: the person on duty, or all who read stories where none is named."""
    first, _ = on_duty()
    return [first] if first else [card.id for card in people_who(Permission.SEE_STORIES)]
