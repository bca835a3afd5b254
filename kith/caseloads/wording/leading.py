"""The words for leads, handovers, cover and caseloads, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.caseloads.rules.handover import DeclineReason, HandoverReason, HandoverStep, Introduction
from kith.caseloads.rules.leading import CaseKind, Suggestion
from kith.kernel.refusal import Refusal

CASE_KINDS: Mapping[CaseKind, Promise] = {
    CaseKind.UNDER_8_WEEKS: _("Baby under 8 weeks"),
    CaseKind.EXPECTING: _("Expecting"),
    CaseKind.LATER: _("Baby of 8 weeks or older"),
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
REFUSALS: Mapping[str, Promise] = {
    "handover_open": _("Somebody has already been asked to lead this family. See that handover first."),
    "leads_already": _("That person leads this family already"),
    "not_yours_to_hand_over": _("Only the lead or a manager can do this. Ask one of them."),
    "cannot_lead_this_family": _("That person cannot see this family’s record, or leaves today. Choose somebody else."),
    "handover_closed": _("This handover is over. Nothing was changed."),
    "handover_accepted": _("A colleague was quicker and has accepted this handover"),
    "handover_for_another": _("Somebody else was asked"),
    "handover_not_accepted": _("Nobody has accepted yet. The family stays with its lead until then."),
    "lead_has_changed": _("Somebody else leads this family by now. Take this proposal back and look again."),
    "nowhere_to_send": _("There is no safe way to send her a message. Speak to her instead."),
    "nobody_leads": _("Nobody leads this family yet. First somebody must."),
    "absence_ends_before_it_begins": _("The last day must not be before the first"),
    "absence_over": _("These days are over. Enter days from today on."),
    "absence_overlaps": _("Some of these days are entered already. Call that absence off first."),
    "cannot_cover": _("Choose a colleague of the same organisation who works here"),
    "programme_without_name": _("Enter a name"),
    "programme_without_community": _("Choose at least one community, by ethnic category or by language"),
    "programme_without_time": _("Choose before the birth, after it, or both"),
    "programme_over": _("This programme is over"),
    "not_a_worker_of_it": _("You do not work in this programme. Ask its coordinator."),
    "enrolment_needs_consent": _("First the family must let this organisation see its record"),
    "programme_for_another_time": _("This programme is for another time: before the birth, or after it"),
    "not_of_this_organisation": _("Choose people who work in this programme’s organisation"),
    "worker_has_families": _("Somebody you left out still stands beside families. Let her hand them on first."),
}


def leading_refusal(refusal: Refusal) -> str:
    """Why it cannot be done, and what can be done instead."""
    return str(REFUSALS.get(refusal.code, _("This cannot be done")))


def suggestion_words(found: Suggestion, usual: int) -> str:
    """What speaks for a worker as lead: their language, area, and caseload beside what is usual."""
    size = found.candidate.caseload
    words = [
        gettext("Speaks her language") if found.speaks else "",
        gettext("Works where she lives") if found.covers and found.candidate.wards else "",
        ngettext("leads %(count)d family", "leads %(count)d families", size) % {"count": size},
        "" if found.has_room else gettext("more than the usual %(usual)d") % {"usual": usual},
    ]
    return ", ".join(word for word in words if word)
