"""Why something cannot be undone any more, or has to be looked at again first."""

from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "undo_too_late": Refused(_("It is too late to undo this here. Open it, and put it right by hand")),
    "changed_since": Refused(_("Something has happened since, so this cannot be undone. Look at it first")),
}
