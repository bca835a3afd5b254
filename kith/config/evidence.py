"""What shows how the plan stands, and what rooms bring to its papers: in this order."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kith.awareness.queries.evidence import events_shared
from kith.cafes.queries.evidence import people_who_came
from kith.caseloads.queries.evidence import families_led
from kith.courses.queries.evidence import courses_to_begin
from kith.education.queries.evidence import training_held
from kith.equipment.queries.evidence import pumps_to_lend
from kith.insight.queries.evidence import impact, numbers_released
from kith.kernel.plan import Chapter, Paper, PlanStep
from kith.library.queries.evidence import advice_counts
from kith.listening.queries.public import you_said
from kith.missed.queries.evidence import reasons_told
from kith.organisations.queries.evidence import members_agreed, supporters_at_work
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import Evidence, EvidenceLine
from kith.showing.papers import PaperPart, Quote
from kith.welcome.queries.evidence import venues_visited
from kith.whats_on.queries.evidence import dates_to_come


def promises(viewer: Viewer, lang: str) -> EvidenceLine:
    """What parents were promised, and what became of it."""
    said = you_said(viewer, lang=lang)
    counts = {"kept": said.kept, "unkept": said.unkept, "open": said.open}
    words = _("Promises to parents: %(kept)s kept, %(unkept)s not kept, %(open)s still to come") % {
        name: formats.number(count) for name, count in counts.items()
    }
    return EvidenceLine(words, reverse("you-said"), is_gap=not any(counts.values()))


def advice_in_time(_viewer: Viewer, _lang: str) -> EvidenceLine:
    """How many answers of the library stand, and how many of them are past their review."""
    count, past = advice_counts()
    words = ngettext(
        "%(count)s answer in the library, %(past)s past its review date",
        "%(count)s answers in the library, %(past)s past their review date",
        count,
    )
    said = {"count": formats.number(count), "past": formats.number(past)}
    return EvidenceLine(words % said, is_gap=past > 0 or not count)


def quotes(viewer: Viewer, lang: str) -> Iterable[Quote]:
    """What writers let the public read, and a moderator has cleared."""
    for row in you_said(viewer, lang=lang).rows:
        for each in row.quotes:
            yield Quote(each.words, each.language)


EVIDENCE = (
    Evidence(
        "insight.released", gettext_lazy("Released numbers"), (PlanStep.LOCAL_DATA,), numbers_released, is_public=True
    ),
    Evidence("missed.reasons", gettext_lazy("Why families could not come"), (PlanStep.WHY,), reasons_told),
    Evidence(
        "listening.promises",
        gettext_lazy("Promises to parents"),
        (PlanStep.WHY, PlanStep.DESIGN),
        promises,
        is_public=True,
    ),
    Evidence("whats_on.dates", gettext_lazy("Dates to come"), (PlanStep.DESIGN,), dates_to_come, is_public=True),
    Evidence(
        "courses.to_begin",
        gettext_lazy("Courses before the birth"),
        (PlanStep.DESIGN,),
        courses_to_begin,
        is_public=True,
    ),
    Evidence(
        "organisations.agreed",
        gettext_lazy("Members and sharing agreements"),
        (PlanStep.SUPPORT,),
        members_agreed,
        is_public=True,
    ),
    Evidence(
        "organisations.supporters",
        gettext_lazy("Peer supporters and outreach workers"),
        (PlanStep.RECRUIT,),
        supporters_at_work,
        is_public=True,
    ),
    Evidence("welcome.venues", gettext_lazy("Welcome at our venues"), (PlanStep.HUBS,), venues_visited, is_public=True),
    Evidence(
        "cafes.people",
        gettext_lazy("People who came"),
        (PlanStep.HUBS, PlanStep.CAMPAIGN),
        people_who_came,
        is_public=True,
    ),
    Evidence(
        "equipment.pumps", gettext_lazy("Breast pumps to lend"), (PlanStep.DESIGN,), pumps_to_lend, is_public=True
    ),
    Evidence(
        "education.held",
        gettext_lazy("Training held and planned"),
        (PlanStep.RECRUIT, PlanStep.STANDARDS),
        training_held,
        is_public=True,
    ),
    Evidence("library.advice", gettext_lazy("Advice looked at in time"), (PlanStep.STANDARDS,), advice_in_time),
    Evidence("awareness.shared", gettext_lazy("Events that we share"), (PlanStep.CAMPAIGN,), events_shared),
    Evidence("caseloads.led", gettext_lazy("One named person"), (PlanStep.CONTINUITY,), families_led, is_public=True),
)
PAPER_PARTS = (
    PaperPart(Paper.BRIEFING, Chapter.NUMBERS, impact),
    PaperPart(Paper.CASE_STUDY, Chapter.IMPACT, impact),
)
QUOTES = (quotes,)
