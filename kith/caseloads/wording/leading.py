"""The words for leads, handovers, cover and caseloads, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.caseloads.rules.births import BirthStep
from kith.caseloads.rules.handover import DeclineReason, HandoverReason, HandoverStep, Introduction
from kith.caseloads.rules.leading import CaseKind, Suggestion
from kith.caseloads.rules.sifting import Sort
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused

CASE_KINDS: Mapping[CaseKind, Promise] = {
    CaseKind.UNDER_8_WEEKS: _("Baby under 8 weeks"),
    CaseKind.EXPECTING: _("Expecting"),
    CaseKind.LATER: _("Baby of 8 weeks or older"),
}
SORTS: Mapping[Sort, Promise] = {
    Sort.STAGE: _("Who needs you soonest"),
    Sort.NAME: _("Name"),
    Sort.BABY: _("Youngest baby first"),
    Sort.DUE: _("What is due next"),
    Sort.CONTACT: _("Longest without a contact"),
}
HEADINGS = (
    _("Name"),
    _("Stage"),
    _("Language"),
    _("Ward"),
    _("Baby due"),
    _("Youngest baby born"),
    _("Last contact"),
    _("Next due"),
)
BIRTH_STEPS: Mapping[str, Promise] = {
    BirthStep.DUE: _("Baby due"),
    BirthStep.BORN: _("First days; born"),
    BirthStep.HAND_OVER: _("Hand over to a health visitor by"),
}
HANDOVER_REASONS: Mapping[HandoverReason, Promise] = {
    HandoverReason.FIRST_LEAD: _("Nobody leads yet"),
    HandoverReason.LANGUAGE: _("Somebody else speaks her language"),
    HandoverReason.AREA: _("She lives in somebody else’s area"),
    HandoverReason.SERVICE_ENDS: _("The baby reaches the end of this service"),
    HandoverReason.LEAVING: _("The lead is leaving"),
    HandoverReason.CASELOAD: _("The lead’s caseload is too large"),
    HandoverReason.FAMILY_ASKED: _("The family asked for somebody else"),
}
HANDOVER_STEPS: Mapping[HandoverStep, Promise] = {
    HandoverStep.PROPOSED: _("Proposed"),
    HandoverStep.ACCEPTED: _("Accepted"),
    HandoverStep.INTRODUCED: _("Introduced to the family"),
    HandoverStep.COMPLETE: _("Complete"),
    HandoverStep.DECLINED: _("Declined"),
    HandoverStep.WITHDRAWN: _("Taken back"),
}
DECLINE_REASONS: Mapping[DeclineReason, Promise] = {
    DeclineReason.CASELOAD: _("My caseload is full"),
    DeclineReason.LANGUAGE: _("I do not speak her language well enough"),
    DeclineReason.AREA: _("She does not live in my area"),
    DeclineReason.KNOWS_FAMILY: _("I know the family in private"),
    DeclineReason.OTHER: _("Another reason"),
}
INTRODUCTIONS: Mapping[Introduction, Promise] = {
    Introduction.MESSAGE: _("Send her this message"),
    Introduction.TOGETHER: _("We have spoken to her, with an interpreter where she needs one"),
}
STEP_REASONS: Mapping[str, Promise] = {
    **{each.value: words for each, words in DECLINE_REASONS.items()},
    Introduction.MESSAGE.value: _("By message, in the language she reads"),
    Introduction.TOGETHER.value: _("In a conversation"),
    "consent_withdrawn": _("The family no longer lets that person’s organisation see its record"),
    "left": _("That person no longer works here"),
    "lead_left": _("The lead left, and the person asked took over at once"),
    "bereaved": _("There was a death in the family"),
}
REFUSALS: RefusalWords = {
    "letter_says_nothing": Refused(_("Write what you want to say"), "words"),
    "no_person_is_there": Refused(
        _("Nobody named for you is at work today, so this was not sent. Please call, or choose a helpline.")
    ),
    "already_led": Refused(_("Somebody else leads this family already.")),
    "handover_open": Refused(_("Somebody has already been asked to lead this family. See that handover first.")),
    "leads_already": Refused(_("That person leads this family already")),
    "not_yours_to_hand_over": Refused(_("Only the lead or a manager can do this. Ask one of them.")),
    "cannot_lead_this_family": Refused(
        _("That person cannot see this family’s record, or leaves today. Choose somebody else.")
    ),
    "handover_closed": Refused(_("This handover is over. Nothing was changed.")),
    "handover_accepted": Refused(_("A colleague was quicker and has accepted this handover")),
    "handover_for_another": Refused(_("Somebody else was asked")),
    "handover_not_accepted": Refused(_("Nobody has accepted yet. The family stays with its lead until then.")),
    "lead_has_changed": Refused(_("Somebody else leads this family by now. Take this proposal back and look again.")),
    "introduction_nowhere_to_send": Refused(_("There is no safe way to send her a message. Speak to her instead.")),
    "nobody_leads": Refused(_("Nobody leads this family yet. First somebody must.")),
    "absence_ends_before_it_begins": Refused(_("The last day must not be before the first"), "until_on"),
    "absence_over": Refused(_("These days are over. Enter days from today on."), "until_on"),
    "absence_overlaps": Refused(_("Some of these days are entered already. Call that absence off first."), "until_on"),
    "cannot_cover": Refused(_("Choose a colleague of the same organisation who works here"), "covered_by"),
}


def suggestion_words(found: Suggestion, usual: int, language: str) -> str:
    """What speaks for a worker as lead and what does not, in the order that counts: language, area, then caseload."""
    size = found.candidate.caseload
    if not found.candidate.wards:
        area = gettext("works everywhere")
    else:
        area = gettext("works where she lives") if found.covers else gettext("works elsewhere")
    speaks = gettext("Speaks %(language)s") if found.speaks else gettext("Does not speak %(language)s")
    leads = ngettext("leads %(count)d family", "leads %(count)d families", size) % {"count": size}
    beside = gettext("of the usual %(usual)d") if found.has_room else gettext("more than the usual %(usual)d")
    spoken = speaks % {"language": formats.language(language)}
    return f"{spoken}, {area}, {leads} ({beside % {'usual': usual}})"
