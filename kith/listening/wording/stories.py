"""The words of stories: what they are about, why one is set aside, and what is refused."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.listening.rules.codes import AsideReason, Felt, StoryState
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused

FELT: Mapping[Felt, Promise] = {Felt.YES: _("Yes"), Felt.PARTLY: _("Partly"), Felt.NO: _("No")}
GROUPS: Mapping[str, Promise] = {
    "white": _("White"),
    "mixed": _("Mixed"),
    "asian": _("Asian"),
    "black": _("Black"),
    "other": _("Other ethnic group"),
    "not_said": _("Did not say"),
    "others": _("All others"),
}
STATES: Mapping[StoryState, Promise] = {
    StoryState.UNREAD: _("Waits to be read"),
    StoryState.READ: _("Read"),
    StoryState.SET_ASIDE: _("Set aside"),
}
ASIDE_REASONS: Mapping[AsideReason, Promise] = {
    AsideReason.SAFETY: _("Somebody may not be safe"),
    AsideReason.COMPLAINT: _("It is a complaint, which has a way of its own"),
    AsideReason.ABOUT_ONE_PERSON: _("It is about one person and nobody else’s business"),
    AsideReason.NOT_A_STORY: _("It is no story: empty, or an advert"),
}


def _particulars(refusal: Refusal) -> str:
    return gettext("This reaches or names a person: %(found)s. Cut it out") % {"found": refusal.facts["found"]}


def _language(refusal: Refusal) -> str:
    language = formats.language(str(refusal.facts["language"]))
    return gettext("Nobody wrote about this in %(language)s") % {"language": language}


def _without_words(refusal: Refusal) -> str:
    language = formats.language(str(refusal.facts["language"]))
    return gettext("Write the reply in %(language)s: those who wrote read that language") % {"language": language}


REFUSALS: RefusalWords = {
    "stories_rest": Refused(
        _("Very many forms have come in today, so this one was not taken. Please ring us, or try again tomorrow.")
    ),
    "story_without_words": Refused(_("Tell us something, or answer the question about feeling welcome"), "words"),
    "story_unread": Refused(_("Read the story first: nobody else has it before that.")),
    "story_set_aside": Refused(_("This story is set aside: it goes no further.")),
    "story_is_english": Refused(_("This story is in English.")),
    "story_is_translated": Refused(_("This story is translated already.")),
    "story_is_cleared": Refused(_("This story is cleared already. Speak with the person who cleared it.")),
    "aside_without_note": Refused(_("Write what you have done for the person’s safety"), "note"),
    "translation_missing": Refused(_("Write it in English"), "words"),
    "translation_waits": Refused(_("The English comes first: a named person translates the story.")),
    "recording_waits": Refused(_("The recording comes first: a named person writes down what is said.")),
    "recording_is_written": Refused(_("What is said is written down already.")),
    "transcript_missing": Refused(_("Write down what is said"), "words"),
    "transcript_too_long": Refused(_("This is too long for one story. Leave out what is said twice"), "words"),
    "cleared_words_missing": Refused(_("Nothing is left of the story"), "english"),
    "voice_changed": Refused(
        _("Only cut, and put […] where something is missing. No word may be changed, added or moved"), "english"
    ),
    "particulars_left": Refused(_particulars, "words"),
    "nobody_wrote_in_language": Refused(_language, "words"),
    "reply_without_words": Refused(_without_words, "words"),
    "duty_ends_before_it_begins": Refused(_("The last day is before the first"), "until_on"),
    "duty_is_taken": Refused(_("Another person reads on one of these days"), "from_on"),
    "not_a_reader": Refused(_("This person may not read stories"), "first"),
    "change_to_come": Refused(_("Choose a day that has been"), "changed_on"),
}
