"""What the notices of programmes say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.programmes.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.PROGRAMME_FAMILY_OF_LEAVER: NoticeWords(
        _("%(who)s has left. In the programme you stand beside this family now")
    ),
}
