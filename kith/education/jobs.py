"""What happens to training by itself."""

from kith.education.actions.reminding import remind_of_training
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("education.remind", cron="20 6 * * *")
def remind() -> None:
    """Tell people of training that ends, has ended or is late."""
    remind_of_training(by=system_actor("education"))
