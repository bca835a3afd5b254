"""What education brings to the desk and to Today: what ends or is missing, sessions to come, news of the library."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.education.queries.news import NewsRow, unseen_news
from kith.education.queries.people import my_sessions, my_statuses
from kith.education.rules.codes import NewsKind
from kith.education.wording.trainings import COLOURS, STATES, TRAININGS
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.ui.sections import DayContext, DayList, PageLink

MY_DESK = PageLink(_("My training"), "my-training", (), _("What your role needs, and until when you are trained."))
TRAINING_DESK = PageLink(
    _("Training"),
    "training",
    (Permission.SEE_EDUCATION,),
    _("Who is missing what, and what each role needs."),
)
SIGN_DESK = PageLink(
    _("Sign what a colleague can do"),
    "choose-colleague",
    (Permission.SIGN_COMPETENCE,),
    _("For those who are trained to watch and sign."),
)


@dataclass(frozen=True)
class MyLine:
    """One thing about the viewer's own training; it names no family."""

    words: Promise | str
    address: str
    due_on: date | None = None
    tag: Promise | str = ""
    colour: str = "grey"
    about: Promise | str = ""
    is_english: bool = False
    family_id: FamilyId | None = None


def _mine(context: DayContext) -> Listed[MyLine]:
    viewer = context.viewer
    news = unseen_news(viewer)
    rows = [*_news(news), *_statuses(viewer), *_sessions(viewer)]
    return Listed(tuple(rows), news.has_more)


def _news(found: Listed[NewsRow]) -> Iterator[MyLine]:
    for row in found.rows:
        words = _CHANGED if row.kind is NewsKind.CHANGED else _WITHDRAWN
        address = reverse("library-change", args=[row.id])
        yield MyLine(words, address, about=row.key, is_english=True)


def _statuses(viewer: Viewer) -> Iterator[MyLine]:
    address = reverse("my-training")
    for each in my_statuses(viewer):
        if each.is_gap:
            yield MyLine(TRAININGS[each.training], address, each.due_on, STATES[each.state], COLOURS[each.state])


def _sessions(viewer: Viewer) -> Iterator[MyLine]:
    for row in my_sessions(viewer):
        words = TRAININGS[row.training]
        yield MyLine(words, reverse("my-training"), row.held_on, _("You are expected"), about=row.place)


_CHANGED = _("An answer of the library has changed")
_WITHDRAWN = _("An answer of the library is withdrawn")
MINE = DayList("education/today.jinja", _mine, name=_("My training"), anchor="training", is_for_every_desk=True)
