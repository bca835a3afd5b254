"""The words people read for the library's lists, states and refusals."""

from collections.abc import Callable, Mapping
from typing import cast

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.kernel.danger import Level, Subject
from kith.kernel.refusal import Refusal
from kith.library.rules.signs import TroubleKind
from kith.library.rules.status import Status
from kith.library.rules.translating import TranslationState
from kith.library.rules.words import Evidence, PageKind, PageTopic
from kith.platform.ui.refusals import RefusalWords, Refused

TOPICS: Mapping[PageTopic, Promise] = {
    PageTopic.BEFORE_BIRTH: _("Before the birth"),
    PageTopic.FIRST_DAYS: _("The first days"),
    PageTopic.FEEDING: _("Breastfeeding"),
    PageTopic.EXPRESSING: _("Expressing milk"),
    PageTopic.BOTTLE: _("Bottle feeding"),
    PageTopic.WORRIES: _("Worries"),
    PageTopic.GOING_ON: _("As your baby grows"),
    PageTopic.FAMILY: _("You and your family"),
    PageTopic.SAFETY: _("Keeping your baby safe"),
}
KINDS: Mapping[PageKind, Promise] = {
    PageKind.ADVICE: _("A page for parents"),
    PageKind.SCRIPT: _("A script for a conversation"),
    PageKind.SLIDES: _("Slides for a course"),
    PageKind.SIGNS: _("Signs of danger"),
}
SUBJECTS: Mapping[Subject, Promise] = {
    Subject.BABY: _("Of the baby"),
    Subject.MOTHER: _("Of the mother after the birth"),
    Subject.PREGNANT: _("In pregnancy"),
    Subject.MIND: _("Despair, or fear at home"),
}
LEVELS: Mapping[Level, Promise] = {
    Level.EMERGENCY: _("999"),
    Level.FIRST_AID: _("First aid"),
    Level.NOW: _("Call now, day or night"),
    Level.SAME_DAY: _("The same day"),
    Level.CARE: _("Until help comes"),
    Level.DESPAIR: _("Despair"),
    Level.VIOLENCE: _("Not safe at home"),
}
TROUBLES: Mapping[TroubleKind, Promise] = {
    TroubleKind.NO_MATERNITY_NUMBER: _(
        "This place has not said the number of its maternity unit for day and night. Until it has, parents are sent to "
        "111 and 999. An administrator writes it down at the desk: Settings."
    ),
    TroubleKind.PAST_REVIEW: _("Past its review date. It goes on being shown."),
    TroubleKind.WITHDRAWN_ALONE: _("Withdrawn, and nothing stands in its stead. Its last words go on being shown."),
    TroubleKind.NOT_APPROVED: _("Not approved by two organisations yet. The words that come with Kith are shown."),
    TroubleKind.OFF_ITS_CARD: _("Taken off its card, and nothing stands in its stead. It goes on being shown there."),
    TroubleKind.LOWERED: _("Put on a card of a lower alarm. It goes on being shown on the higher one."),
    TroubleKind.NOT_IN_LANGUAGE: _("Signs that are not there in this language, or are older than their English"),
    TroubleKind.NOT_CHECKED: _("Signs that no clinician of this place has checked yet"),
}
EVIDENCE: Mapping[Evidence, Promise] = {
    Evidence.NATIONAL_GUIDANCE: _("National guidance"),
    Evidence.SYSTEMATIC_REVIEW: _("A review of all good studies"),
    Evidence.GOOD_PRACTICE: _("Good practice"),
}
STATUSES: Mapping[Status, Promise] = {
    Status.CURRENT: _("Stands"),
    Status.PAST_REVIEW: _("Past its review date"),
    Status.CONTRADICTED: _("Contradicts another"),
    Status.WAITING: _("Waiting for approval"),
    Status.WITHDRAWN: _("Withdrawn"),
}
COLOURS: Mapping[Status, str] = {
    Status.CURRENT: "green",
    Status.PAST_REVIEW: "yellow",
    Status.CONTRADICTED: "red",
    Status.WAITING: "white",
    Status.WITHDRAWN: "grey",
}
STATES: Mapping[TranslationState, Promise] = {
    TranslationState.CHECKED: _("Checked"),
    TranslationState.DRAFTED: _("Not checked yet"),
    TranslationState.OLDER: _("Older than the English"),
    TranslationState.MISSING: _("Missing"),
}
STATE_COLOURS: Mapping[TranslationState, str] = {
    TranslationState.CHECKED: "green",
    TranslationState.DRAFTED: "white",
    TranslationState.OLDER: "yellow",
    TranslationState.MISSING: "red",
}


def _naming(words: Promise) -> Callable[[Refusal], str]:
    """The words with the ids that they are about."""
    return lambda refusal: str(words) % {"keys": ", ".join(cast("list[str]", refusal.facts["keys"]))}


REFUSALS: RefusalWords = {
    "statement_withdrawn": Refused(_("This statement was withdrawn. Add a new one instead.")),
    "same_words": Refused(_("These words are proposed or approved already."), "text"),
    "nobody_to_approve_for": Refused(_("Only somebody who works for an organisation can approve for it.")),
    "words_not_waiting": Refused(_("These words are not waiting for approval any more. Look at the page again.")),
    "key_taken": Refused(_("There is a statement with this id already. Choose another id."), "key"),
    "address_taken": Refused(_("There is a page with this address already. Choose another address."), "slug"),
    "signs_address": Refused(_("A page of signs is called signs-baby, signs-mother, signs-pregnant or signs-mind.")),
    "signs_without_level": Refused(_("Say for every heading how fast to act on its signs.")),
    "level_twice": Refused(_("Put all signs on which to act equally fast under one heading.")),
    "heading_without_999": Refused(_("The heading over these signs has to name the number 999.")),
    "signs_changed": Refused(
        _("The signs have changed since you opened this page. Read them again with the clinician.")
    ),
    "nothing_to_check": Refused(_("Every sign on this page has been checked by this clinician already.")),
    "say_who_checked": Refused(_("Enter the clinician’s name, profession and registration number.")),
    "kind_is_fixed": Refused(_("Whom a page is for cannot be changed. Add a new page instead.")),
    "key_impossible": Refused(_("Write the id like enough-milk.wet-nappies"), "key"),
    "words_incomplete": Refused(_("Something is still empty. Fill in every box.")),
    "review_day_past": Refused(_("Enter a day after today."), "review_by"),
    "say_why_withdrawn": Refused(_("Say why it is withdrawn"), "why"),
    "nothing_to_read": Refused(
        _("There are no words in this language to read aloud, or they are older than the English.")
    ),
    "words_changed": Refused(
        _("The words have changed since you opened this page. Look whether the recording still fits.")
    ),
    "voice_too_large": Refused(_("This file is larger than 6 megabytes. Save it as MP3 and try again."), "sound"),
    "no_voice": Refused(_("This is not a sound file that phones can play. Save it as MP3, M4A, Ogg or WAV."), "sound"),
    "recorded_later": Refused(_("Enter a day that is not after today."), "recorded_on"),
    "nothing_to_translate": Refused(_("No words of this statement have been approved yet.")),
    "statements_unknown": Refused(_naming(_("There is no statement with this id: %(keys)s"))),
    "sign_twice": Refused(_naming(_("A sign stands on one card only. Here it stands twice: %(keys)s"))),
}
