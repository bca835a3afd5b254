"""What the notices of programmes say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.programmes.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords


def no_longer_beside(programme: str, worker: str) -> str:
    """Who no longer stands beside a family in which programme."""
    return gettext("%(name)s no longer stands beside the family in %(programme)s") % {
        "name": worker,
        "programme": programme,
    }


NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.PROGRAMME_FAMILY_OF_LEAVER: NoticeWords(
        _("%(who)s has left. In the programme you stand beside this family now")
    ),
    NoticeKind.PROGRAMME_ENDED: NoticeWords(
        _("%(who)s has noted that a programme no longer stands beside this family")
    ),
    NoticeKind.PROGRAMME_CLOSED: NoticeWords(
        _("%(known_as)s no longer lets your organisation see its record. The programme has ended for this family"), ""
    ),
}
