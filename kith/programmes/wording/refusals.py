"""Why a programme or an enrolment cannot be, in the reader's language."""

from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "programme_without_name": Refused(_("Enter a name"), "name"),
    "programme_without_community": Refused(
        _("Choose at least one community, by ethnic category or by language"), "ethnicities"
    ),
    "programme_without_time": Refused(_("Choose before the birth, after it, or both"), "times"),
    "programme_over": Refused(_("This programme is over"), "programme"),
    "not_a_worker_of_it": Refused(_("You do not work in this programme. Ask its coordinator."), "programme"),
    "enrolment_needs_consent": Refused(_("First the family must let this organisation see its record"), "programme"),
    "programme_for_another_time": Refused(
        _("This programme is for another time: before the birth, or after it"), "programme"
    ),
    "not_of_this_organisation": Refused(_("Choose people who work in this programme’s organisation"), "workers"),
    "worker_has_families": Refused(
        _("Somebody you left out still stands beside families. Let her hand them on first."), "workers"
    ),
}
