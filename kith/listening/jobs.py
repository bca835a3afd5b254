"""What happens to stories by itself."""

from kith.listening.actions.watching import forget_stories, look_at_waiting, mix_answers
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("listening.look", cron="*/5 * * * *")
def look() -> None:
    """Tell those on duty of stories that wait."""
    look_at_waiting(by=system_actor("listening"))


@periodic("listening.mix", cron="35 3 * * *")
def mix() -> None:
    """Leave no order in which answers came."""
    mix_answers(by=system_actor("listening"))


@periodic("listening.forget", cron="50 4 * * *")
def forget() -> None:
    """Erase what is kept no longer."""
    forget_stories(by=system_actor("listening"))
