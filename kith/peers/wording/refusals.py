"""Why something about supporters cannot be, in the reader's words."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.peers.wording.codes import trait_words
from kith.platform.ui.refusals import RefusalWords, Refused


def _lacks(refusal: Refusal) -> str:
    words = trait_words(str(refusal.facts["trait"]))
    return gettext("A rule of hers is broken: it must be “%(what)s”. Choose another supporter") % {"what": words}


def _ruled_out(refusal: Refusal) -> str:
    words = trait_words(str(refusal.facts["trait"]))
    return gettext("A rule of hers is broken: it must not be “%(what)s”. Choose another supporter") % {"what": words}


REFUSALS: RefusalWords = {
    "peer_without_name": Refused(_("Write a name"), "name"),
    "peer_without_contact": Refused(_("Write an e-mail address or a phone number"), "phone"),
    "peers_rest": Refused(_("So many people wait to be answered that we take down no more today. Try again next week")),
    "peer_applied_already": Refused(_("You have applied already. A person reads it and writes to you")),
    "peer_without_language": Refused(_("Choose at least one language"), "languages"),
    "interview_without_words": Refused(_("Write what was said"), "words"),
    "peer_weeks_missing": Refused(_("A week of the course is still to make up")),
    "peer_skills_missing": Refused(_("A competence is still to be signed by a trainer")),
    "peer_references_missing": Refused(_("Two good references are needed")),
    "peer_check_missing": Refused(_("A check that is clear and has not ended is needed, or a decision that none is")),
    "peer_not_at_work": Refused(
        _("Invite them as a peer supporter under People first, then say who they are there"), "membership"
    ),
    "peer_membership_taken": Refused(_("Another supporter works under this name. Choose another"), "membership"),
    "peer_of_another_course": Refused(_("This person is on another course. Put them on this one first")),
    "peer_course_without_name": Refused(_("Write what the course is called"), "name"),
    "meeting_without_week": Refused(_("Choose a week from 1 to 6"), "week"),
    "meeting_too_far": Refused(_("Look at the year again: choose a day within a year"), "on"),
    "meeting_not_yet": Refused(_("Who came can be noted from the day of the session on")),
    "reference_without_name": Refused(_("Write who gave the reference"), "known_as"),
    "reference_in_the_future": Refused(_("This day has not come yet. Enter the day on which it came"), "on"),
    "check_too_low": Refused(
        _(
            "Who minds children without their parents needs the enhanced check with the barred list, also when"
            " supervised"
        ),
        "level",
    ),
    "check_too_high": Refused(
        _("The barred list may be asked for only for those who mind children without their parents. Choose another"),
        "level",
    ),
    "check_without_reason": Refused(_("Write why this level"), "reason"),
    "check_in_the_future": Refused(_("This day has not come yet. Enter the day of the certificate"), "on"),
    "check_too_old": Refused(_("This certificate is too old to count. Ask for a new check"), "on"),
    "wish_unknown": Refused(_("Choose from what stands on the page")),
    "wish_against_itself": Refused(
        _("The same thing cannot be needed and ruled out. Change one of the two"), "without"
    ),
    "peer_wish_rests": Refused(_("We ask nothing of this family now. Speak with them first")),
    "weight_out_of_bounds": Refused(_("Enter whole numbers from 0 to 100")),
    "match_vetoed": Refused(_("She does not want this supporter. Choose another supporter"), "supporter"),
    "match_full": Refused(_("This supporter has no room now. Choose another supporter"), "supporter"),
    "peer_not_free": Refused(
        _("This supporter is not active, or their check has ended. Choose another supporter"), "supporter"
    ),
    "peer_log_without_minutes": Refused(_("Choose how long it took"), "minutes"),
    "peer_cost_in_the_future": Refused(_("This day has not come yet. Enter the day on which you spent it"), "spent_on"),
    "peer_cost_too_old": Refused(_("Enter a day within the last three months"), "spent_on"),
    "peer_cost_without_miles": Refused(_("Enter the miles, from 1 to 300"), "miles"),
    "peer_cost_without_pounds": Refused(_("Enter an amount up to 300 pounds"), "pounds"),
    "peer_cost_refused_without_words": Refused(_("Write why it is not paid"), "why"),
    "peer_away_ends_too_soon": Refused(_("Choose a day to come"), "until_on"),
    "peer_away_too_long": Refused(_("Choose a day within half a year"), "until_on"),
    "peer_cover_not_there": Refused(_("Choose another person who works here today"), "covered_by"),
    "supervision_in_the_future": Refused(_("This day has not come yet. Enter the day on which you met"), "held_on"),
    "supervision_without_next": Refused(_("Choose a day to come"), "next_on"),
    "supervision_without_words": Refused(_("Write what was said"), "note"),
    "supervisor_full": Refused(_("This person supervises as many as they can. Choose another"), "supervisor"),
    "supervisor_not_there": Refused(_("Choose another person who works here today"), "supervisor"),
    "match_lacks": Refused(_lacks, "supporter"),
    "match_ruled_out": Refused(_ruled_out, "supporter"),
}
