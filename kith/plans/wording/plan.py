"""The words of the steps, their strands of money, and what is refused."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.anonymity import Trace
from kith.kernel.plan import Chapter, Paper, PlanStep
from kith.kernel.refusal import Refusal
from kith.plans.rules.codes import Strand
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused

STEP_NAMES: Mapping[PlanStep, Promise] = {
    PlanStep.LOCAL_DATA: _("Look at local data"),
    PlanStep.WHY: _("Ask why"),
    PlanStep.DESIGN: _("Design with families"),
    PlanStep.SUPPORT: _("Win support"),
    PlanStep.RECRUIT: _("Recruit"),
    PlanStep.HUBS: _("Make hubs welcoming"),
    PlanStep.STANDARDS: _("Work to standards"),
    PlanStep.CAMPAIGN: _("Campaign together"),
    PlanStep.CONTINUITY: _("Stay beside each family"),
}
STEP_SENTENCES: Mapping[PlanStep, Promise] = {
    PlanStep.LOCAL_DATA: _("Who is born here, who is reached, and how are babies fed, by community and area?"),
    PlanStep.WHY: _("What keeps families away, in their own words and languages?"),
    PlanStep.DESIGN: _("What is offered where, when and in which language, made with those who need it."),
    PlanStep.SUPPORT: _("Organisations and those who pay stand behind it, and have agreed what they share."),
    PlanStep.RECRUIT: _("People of the communities themselves, trained and paid where they can be."),
    PlanStep.HUBS: _("Places where each family feels welcome, however it feeds its baby."),
    PlanStep.STANDARDS: _("Care that is the same good care everywhere, and is checked."),
    PlanStep.CAMPAIGN: _("All members say the same, at the same time, in eight languages."),
    PlanStep.CONTINUITY: _("One known person from pregnancy on, and nobody dropped between services."),
}
STRANDS: Mapping[Strand, Promise] = {
    Strand.INFANT_FEEDING: _("Healthy Babies: infant feeding"),
    Strand.PARENT_INFANT: _("Healthy Babies: perinatal mental health and parent–infant relationships"),
    Strand.PARENTING: _("Healthy Babies: parenting support"),
    Strand.EARLY_LANGUAGE: _("Healthy Babies: early language and home learning"),
    Strand.SEND: _("Healthy Babies: special educational needs and disabilities"),
    Strand.WIDER: _("Healthy Babies: wider services"),
    Strand.PUBLIC_HEALTH: _("Public health grant"),
    Strand.NHS: _("NHS"),
    Strand.CHARITY: _("Charity or donations"),
    Strand.OTHER: _("Other money"),
}
PAPERS: Mapping[Paper, Promise] = {Paper.BRIEFING: _("Briefing"), Paper.CASE_STUDY: _("Case study")}
CHAPTERS: Mapping[Chapter, Promise] = {
    Chapter.AIMS: _("What we aim at"),
    Chapter.NUMBERS: _("Where we stand"),
    Chapter.NEXT: _("What comes next"),
    Chapter.VOICES: _("What parents say"),
    Chapter.COSTS: _("What it costs, and who pays"),
    Chapter.RATIONALE: _("Why we began"),
    Chapter.INTERVENTION: _("What we did"),
    Chapter.STEPS: _("Step by step"),
    Chapter.IMPACT: _("What came of it, and how sure we can be"),
    Chapter.LESSONS: _("What we learned"),
    Chapter.TIPS: _("Tips for other places"),
}
TRACES: Mapping[Trace, Promise] = {
    Trace.MAILBOX: _("an e-mail address"),
    Trace.PAGE: _("the address of a page"),
    Trace.NUMBER: _("a number that reaches or names a person"),
    Trace.POSTCODE: _("a postcode"),
    Trace.DATE: _("a day, perhaps of a birth"),
    Trace.NAME: _("a name"),
    Trace.SMALL_AREA: _("a small area"),
}


def trace_words(trace: Trace, found: str, line: int) -> str:
    """What leads to a person, and where it stands."""
    said = {"what": TRACES[trace], "found": found, "line": formats.number(line)}
    return gettext("“%(found)s” in line %(line)s: %(what)s") % said


def _leads_to_a_person(refusal: Refusal) -> str:
    where = trace_words(
        Trace(str(refusal.facts["trace"])), str(refusal.facts["found"]), int(str(refusal.facts["line"]))
    )
    return gettext("This may lead to a person. Take it out: %(where)s") % {"where": where}


def _not_released(refusal: Refusal) -> str:
    said = {"found": refusal.facts["found"], "line": formats.number(int(str(refusal.facts["line"])))}
    return gettext("No moderator has released this quotation, in line %(line)s: “%(found)s”") % said


REFUSALS: RefusalWords = {
    "plan_entry_without_words": Refused(_("Write what was done or found"), "done"),
    "plan_owner_left": Refused(_("This person no longer works here. Choose another"), "owner"),
    "plan_next_past": Refused(_("Choose a day to come"), "next_on"),
    "aim_without_words": Refused(_("Enter it in English"), "words_en"),
    "aim_shown_by_nothing": Refused(_("Choose what shows it"), "evidence"),
    "cost_out_of_range": Refused(_("Enter whole pounds, from 0 to 100,000,000"), "yearly_pounds"),
    "cost_without_source": Refused(_("Write where the number comes from"), "source"),
    "not_anonymous": Refused(_leads_to_a_person, "words"),
    "quote_not_released": Refused(_not_released, "words"),
}
