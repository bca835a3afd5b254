"""The words of events that all members promote, of notices about them, and of what is refused."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.awareness.rules.codes import Channel, EventKind
from kith.awareness.rules.notices import NoticeKind
from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused
from kith.tasks.wording.notices import NoticeWords

KINDS: Mapping[EventKind, Promise] = {
    EventKind.AWARENESS: _("Awareness day or week"),
    EventKind.LAUNCH: _("Something new begins"),
}
CHANNELS: Mapping[Channel, Promise] = {
    Channel.WEBSITE: _("Website"),
    Channel.SOCIAL: _("Social media"),
    Channel.POSTER: _("Poster"),
    Channel.SCREEN: _("Screen in a waiting room"),
    Channel.NEWSLETTER: _("Newsletter"),
    Channel.IN_PERSON: _("In person, at a group or visit"),
}


def _too_long(refusal: Refusal) -> str:
    return gettext("The short text has at most %(most)s letters, in each language") % {
        "most": formats.number(int(str(refusal.facts["most"])))
    }


REFUSALS: RefusalWords = {
    "event_without_words": Refused(_("Enter it in English"), "short_en"),
    "short_words_too_long": Refused(_too_long, "short_en"),
    "event_ends_before_it_begins": Refused(_("Choose a day after it has begun"), "until_on"),
    "event_is_over": Refused(_("Choose a day to come"), "until_on"),
    "event_called_off": Refused(_("This event was called off.")),
    "no_member_any_more": Refused(_("Your organisation is no member of the alliance on this day.")),
}
NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.EVENT_TO_SHARE: NoticeWords(
        _("The alliance asks your organisation to share an event that begins on %(from_on)s"), "event", "event_id"
    ),
}
