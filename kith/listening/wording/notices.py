"""What the notices of listening say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.listening.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.STORIES_WAIT: NoticeWords(_("A parent or carer has told us something: read it now"), "stories", ""),
    NoticeKind.STORY_MOVED_UP: NoticeWords(
        _("Read at once: a story says that somebody may come to harm"), "stories", "", is_pressing=True
    ),
    NoticeKind.STORIES_LATE: NoticeWords(
        _("A story has waited too long for its reader"), "stories", "", is_pressing=True
    ),
    NoticeKind.STORY_ABOUT_SAFETY: NoticeWords(
        _("%(who)s has read that somebody may not be safe. Speak with each other now"), "", "", is_pressing=True
    ),
    NoticeKind.TRANSLATION_ASKED: NoticeWords(
        _("%(who)s asks you to put a story into English"), "translate-story", "story_id"
    ),
    NoticeKind.TRANSCRIPT_ASKED: NoticeWords(
        _("%(who)s asks you to listen to a story, and to write it down"), "write-down-story", "story_id"
    ),
    NoticeKind.SPOKEN_STORY_MOVED_UP: NoticeWords(
        _("Look again at once: a spoken story, now written down, says that somebody may come to harm"),
        "story",
        "story_id",
        is_pressing=True,
    ),
    NoticeKind.NOT_BETTER: NoticeWords(_("A parent or carer says that it is not better"), "theme", "theme_id"),
    NoticeKind.ANSWER_BY_A_PERSON: NoticeWords(
        _("One writer is not written to, because the family mourns. Answer in person"), "theme", "theme_id"
    ),
    NoticeKind.LISTENING_WORK_LEFT: NoticeWords(
        _("%(who)s has left, and with them promises, translations or days of reading"), "themes", ""
    ),
}
