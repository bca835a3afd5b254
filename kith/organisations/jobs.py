"""Background jobs: last days of work, unanswered invitations, and the audit."""

from kith.organisations.actions.invitations import lapse_invitations
from kith.organisations.actions.people import announce_ended_memberships
from kith.organisations.checking import look_through
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


# Late on the last day: she still has it, and nobody's families wake up without somebody.
@periodic("organisations.announce_ends", cron="45 22 * * *")
def announce_ends() -> None:
    """Announce the memberships that end today or have ended."""
    announce_ended_memberships(by=system_actor("organisations"))


@periodic("organisations.verify_audit", cron="23 * * * *")
def verify_audit() -> None:
    """Look through the whole audit for what is not as it was sealed."""
    look_through()


@periodic("organisations.lapse_invitations", cron="35 4 * * *")
def forget_unanswered_invitations() -> None:
    """Let invitations lapse that found no answer for a month."""
    lapse_invitations(by=system_actor("organisations"))
