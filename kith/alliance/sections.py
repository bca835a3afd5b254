"""What the alliance brings to the desk, to Today, to the page of a theme, and to "you said, we did"."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kith.alliance.queries.agreed import actions_about, late_count, my_actions
from kith.alliance.queries.meetings import next_meeting, public_meetings
from kith.kernel.listed import Listed
from kith.listening.parts import SaidPart, ThemePart
from kith.listening.sections import Waiting, stories_waiting
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import DayContext, DayList, PageLink

_PARTAKES = (Permission.SEE_THEMES,)
MEETINGS_DESK = PageLink(_("Meetings"), "meetings", _PARTAKES, _("Agendas that build themselves, and decisions."))
ACTIONS_DESK = PageLink(_("Agreed actions"), "agreed-actions", _PARTAKES, _("Who does what by when."))


def _waiting(context: DayContext) -> Listed[Waiting]:
    """What waits for the viewer of stories and of what was agreed; and the next meeting."""
    viewer = context.viewer
    rows = stories_waiting(viewer)
    if late := late_count(viewer):
        rows.append(Waiting(_("Agreed actions past their day"), reverse("agreed-actions"), late))
    rows += [
        Waiting(row.what, reverse("agreed-action", args=[row.id]), 1, row.due_on, row.days_overdue)
        for row in my_actions(viewer)
    ]
    if meeting := next_meeting(viewer):
        day = meeting.starts_at.date()
        rows.append(Waiting(_("The next meeting"), reverse("meeting", args=[meeting.id]), 1, day))
    return Listed(tuple(rows))


HEARD = DayList("alliance/today.jinja", _waiting, name=_("Heard and answered"), anchor="heard", is_for_every_desk=True)
ACTIONS_OF_THEME = ThemePart("alliance/theme_part.jinja", actions_about)
MEETINGS_FOR_ALL = SaidPart("alliance/said_part.jinja", lambda viewer, _lang: public_meetings(viewer) or None)
