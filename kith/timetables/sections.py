"""What timetables bring to shared pages: the desk, the register of a date, and how often a session takes place."""

from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import SessionId
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink
from kith.timetables.queries.rules import rule_of_session
from kith.timetables.wording.sentences import rule_words
from kith.whats_on.parts import SessionContext, SessionPart


def _repeats(context: SessionContext) -> str | None:
    """How the rule of a session repeats, in words; None for a date beside the rules, or one that is called off."""
    rule = None if context.session.is_cancelled else rule_of_session(context.viewer, context.session.id)
    return None if rule is None or rule.is_over else rule_words(rule.plan)


def _changeable(context: SessionContext) -> SessionId | None:
    """A date that the viewer may change."""
    may = Permission.MANAGE_SESSIONS in context.viewer.permissions and context.session.is_open
    return context.session.id if may else None


REPEATS = SessionPart("timetables/repeats.jinja", _repeats)
CHANGE_DATE = SessionPart("timetables/change_this.jinja", _changeable)
TIMETABLES_DESK = PageLink(
    _("Timetables"),
    "timetables",
    (Permission.MANAGE_SESSIONS,),
    _("Plan what takes place when, and change or call off a date."),
)
