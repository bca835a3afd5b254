"""The words of referrals in the reader's language: for people at work, and plainer ones for parents."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused
from kith.platform.ui.sections import Confirmations
from kith.referrals.rules.clocks import Urgency
from kith.referrals.rules.needs import Particular, ReferralNeed
from kith.referrals.rules.referrals import ReferralReason, ReferralState

REFERRAL_NEEDS: Mapping[ReferralNeed, Promise] = {
    ReferralNeed.HEALTH_VISITING: _("Health visitor"),
    ReferralNeed.FEEDING_CLINIC: _("Feeding clinic"),
    ReferralNeed.PEER_SUPPORT: _("Support from another parent"),
    ReferralNeed.TONGUE_TIE: _("Tongue-tie assessment"),
    ReferralNeed.PUMP: _("Breast pump on loan"),
    ReferralNeed.SAFER_SLEEP: _("Safer sleep visit and bundle"),
    ReferralNeed.INTERPRETER: _("Interpreter"),
    ReferralNeed.OUTREACH: _("Community outreach worker"),
}
REFERRAL_NEED_HINTS: Mapping[ReferralNeed, Promise] = {
    ReferralNeed.HEALTH_VISITING: _("Somebody who stays with the family and visits at home."),
    ReferralNeed.FEEDING_CLINIC: _("One to one, when feeding hurts or weight is a worry."),
    ReferralNeed.PEER_SUPPORT: _("A trained parent who calls and listens."),
    ReferralNeed.TONGUE_TIE: _("After somebody has watched a feed."),
    ReferralNeed.PUMP: _("For a baby who cannot feed at the breast yet."),
    ReferralNeed.SAFER_SLEEP: _("A look at where the baby sleeps, and bedding or a travel cot where needed."),
    ReferralNeed.INTERPRETER: _("For visits and calls in her own language."),
    ReferralNeed.OUTREACH: _("Somebody of her own community, before and after the birth."),
}
REFERRAL_STATES: Mapping[ReferralState, Promise] = {
    ReferralState.DRAFT: _("Draft"),
    ReferralState.SENT: _("Sent"),
    ReferralState.RECEIVED: _("Received"),
    ReferralState.MORE_NEEDED: _("More information needed"),
    ReferralState.ACCEPTED: _("Accepted"),
    ReferralState.WAITING: _("Waiting"),
    ReferralState.TRIED: _("First contact tried"),
    ReferralState.IN_PROGRESS: _("In progress"),
    ReferralState.DONE: _("Done"),
    ReferralState.DECLINED: _("Declined"),
    ReferralState.WITHDRAWN: _("Withdrawn"),
    ReferralState.NO_CONTACT: _("No contact"),
    ReferralState.TRANSFERRED: _("Passed on"),
    ReferralState.EXPIRED: _("Expired"),
}
TO_A_PARENT: Mapping[ReferralState, Promise] = {
    ReferralState.DRAFT: _("Not sent yet. We first ask whether you agree."),
    ReferralState.SENT: _("Sent. They have not answered yet."),
    ReferralState.RECEIVED: _("They have it and will answer."),
    ReferralState.MORE_NEEDED: _("They asked a question before they can say yes."),
    ReferralState.ACCEPTED: _("They said yes and will get in touch with you."),
    ReferralState.WAITING: _("They said yes. You are waiting for a time."),
    ReferralState.TRIED: _("They tried to reach you and will try again."),
    ReferralState.IN_PROGRESS: _("They are helping you."),
    ReferralState.DONE: _("This is finished."),
    ReferralState.DECLINED: _("They cannot help this time."),
    ReferralState.WITHDRAWN: _("You took this back. They see nothing any more."),
    ReferralState.NO_CONTACT: _("They could not reach you. Whoever asked for you will look for another way."),
    ReferralState.TRANSFERRED: _("Passed on to somebody else."),
    ReferralState.EXPIRED: _("Nothing more happened, so this ended."),
}
REFERRAL_ACTIONS: Mapping[ReferralState, Promise] = {
    ReferralState.SENT: _("Send"),
    ReferralState.RECEIVED: _("We have it"),
    ReferralState.MORE_NEEDED: _("Ask for more information"),
    ReferralState.ACCEPTED: _("Accept"),
    ReferralState.WAITING: _("Let it wait"),
    ReferralState.TRIED: _("Tried, no answer"),
    ReferralState.IN_PROGRESS: _("We have spoken"),
    ReferralState.DONE: _("Finish"),
    ReferralState.DECLINED: _("Decline"),
    ReferralState.WITHDRAWN: _("The parent takes it back"),
    ReferralState.NO_CONTACT: _("Give back: nobody reached"),
    ReferralState.TRANSFERRED: _("Pass on to somebody else"),
}
REFERRAL_REASON_WORDS: Mapping[ReferralReason, Promise] = {
    ReferralReason.HOW_TO_REACH: _("How can the family be reached?"),
    ReferralReason.WHAT_IS_WANTED: _("What does the family hope for?"),
    ReferralReason.WHICH_LANGUAGE: _("Which language, and is an interpreter needed?"),
    ReferralReason.ABOUT_THE_BABY: _("More about the baby"),
    ReferralReason.OUR_WAITING_LIST: _("On our waiting list"),
    ReferralReason.PARENT_ASKED: _("The parent asked to wait"),
    ReferralReason.HELPED: _("The family got the help it came for"),
    ReferralReason.PARTLY_HELPED: _("The family got some of the help it came for"),
    ReferralReason.NO_LONGER_NEEDED: _("Help is no longer needed"),
    ReferralReason.MOVED_AWAY: _("The family has moved away"),
    ReferralReason.FULL: _("No places at present"),
    ReferralReason.OUT_OF_AREA: _("Lives outside our area"),
    ReferralReason.ANOTHER_FITS_BETTER: _("Another kind of help fits better"),
    ReferralReason.ALREADY_WITH_US: _("Is with us already"),
    ReferralReason.NEEDS_MORE_THAN_WE_DO: _("Needs more than we can do"),
    ReferralReason.PARENT_CHOSE: _("The parent no longer wants it"),
    ReferralReason.CONSENT_WITHDRAWN: _("Consent was withdrawn"),
    ReferralReason.BEREAVEMENT: _("Closed, because somebody in the family has died"),
    ReferralReason.PERSON_LEFT: _("The person who had it has left"),
}
URGENCIES: Mapping[Urgency, Promise] = {
    Urgency.ROUTINE: _("Within the usual time"),
    Urgency.SOON: _("Soon"),
    Urgency.URGENT: _("Same day"),
}
PARTICULARS: Mapping[Particular, Promise] = {
    Particular.NAME: _("Name"),
    Particular.PHONE: _("Phone number"),
    Particular.SPEAKS: _("Language spoken"),
    Particular.READS: _("Language read"),
    Particular.INTERPRETER: _("Whether an interpreter is needed"),
    Particular.DUE: _("When the baby is due"),
    Particular.BABY_NAME: _("The baby’s name"),
    Particular.BABY_BORN: _("The baby’s date of birth"),
    Particular.BIRTH_WEIGHT: _("The baby’s weight at birth"),
    Particular.GESTATION: _("How many weeks the pregnancy lasted"),
    Particular.POSTCODE: _("Postcode"),
    Particular.TEMPORARY_HOME: _("Whether the home is temporary"),
}


def span_words(span: timedelta) -> str:
    """A length of time as people say it: hours up to two days, then days."""
    hours = round(abs(span).total_seconds() / 3600)
    if hours < 1:
        return gettext("less than an hour")
    if hours < 48:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    days = round(hours / 24)
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}


def clock_words(left: timedelta, *, is_paused: bool) -> str:
    """What is left of the time promised, in words."""
    said = {"time": span_words(left)}
    if is_paused:
        return gettext("Clock paused, %(time)s left") % said
    return (gettext("%(time)s late") if left < timedelta() else gettext("%(time)s left")) % said


def _closed_until(refusal: Refusal) -> str:
    day = formats.date(refusal.facts["until"], "medium")  # type: ignore[arg-type]  # the action puts a date there
    return gettext("They take no referrals until %(day)s. Choose somebody else.") % {"day": day}


def _tries_left(refusal: Refusal) -> str:
    left = int(str(refusal.facts["left"]))
    return ngettext("Try %(count)d more time first", "Try %(count)d more times first", left) % {"count": left}


CONFIRMATIONS: Confirmations = {
    "sent": _("The referral was sent. Here you see what becomes of it."),
    "draft": _("Kept as a draft. It is sent once she agrees."),
}
REFUSALS: RefusalWords = {
    "receiver_needs_a_mailbox": Refused(_("Enter an e-mail address: links to referrals are sent there"), "email"),
    "referral_open_already": Refused(_("This family already has an open referral for this need. Follow that one.")),
    "referral_needs_consent": Refused(_("Ask the parent first. It can be sent once she agrees."), "agreed"),
    "referral_moved_on": Refused(_("Somebody has moved this referral on meanwhile. Look at where it stands now.")),
    "referral_closed": Refused(_("This referral is closed. If help is still needed, begin a new one.")),
    "referral_reason_missing": Refused(_("Choose a reason"), "reason"),
    "referral_receiver_missing": Refused(_("Choose to whom it is passed on"), "receiver"),
    "receiver_by_link_needs_a_mailbox": Refused(_("Enter the mailbox to which links are sent"), "email"),
    "receiver_there_already": Refused(_("It takes referrals for this need already"), "need"),
    "referral_wait_needs_a_day": Refused(_("Enter the day until which to wait, at most 90 days from now"), "until_on"),
    "referral_not_from_here": Refused(_("This cannot be done from here. Look at where the referral stands now.")),
    "referral_try_again": Refused(_tries_left),
    "referral_out_of_order": Refused(_("It cannot be answered before it was sent, nor end before it was answered")),
    "referral_link_too_many_codes": Refused(_("Too many codes were asked for. Call whoever referred the family.")),
    "receiver_closed": Refused(_closed_until),
    "receiver_closed_for_too_long": Refused(_("Enter a day in the next six months"), "closed_until"),
    "receiver_promise_impossible": Refused(_("Speaking with the family cannot be promised sooner than the answer")),
}
