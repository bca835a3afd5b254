"""The words people read for the codes of equipment."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.equipment.rules import codes as c
from kith.equipment.rules.forecast import Forecast
from kith.equipment.rules.units import Share, Shown
from kith.platform.ui import formats

STATES: Mapping[c.UnitState | Shown, Promise] = {
    c.UnitState.RETURNED: _("In quarantine: to be cleaned"),
    c.UnitState.CLEANING: _("Being cleaned"),
    c.UnitState.CHECKED: _("Clean and checked"),
    c.UnitState.AVAILABLE: _("Available"),
    c.UnitState.HELD: _("Kept for a family"),
    c.UnitState.ON_LOAN: _("On loan"),
    c.UnitState.REPAIR: _("Being mended"),
    c.UnitState.LOST: _("Lost"),
    c.UnitState.RETIRED: _("Out of use"),
    Shown.DUE: _("Due back soon"),
    Shown.OVERDUE: _("Overdue"),
}
TO_SHOW = {each: STATES[each] for each in c.UnitState}
TO: Mapping[c.UnitState, Promise] = {
    c.UnitState.RETURNED: _("It is found: into quarantine"),
    c.UnitState.CLEANING: _("Clean it"),
    c.UnitState.REPAIR: _("Have it mended"),
    c.UnitState.LOST: _("It is lost"),
    c.UnitState.RETIRED: _("Take it out of use"),
}
SHARES: Mapping[Share, Promise] = {
    Share.SHELF: _("On the shelf"),
    Share.LOAN: _("On loan"),
    Share.MADE_READY: _("Being made ready"),
    Share.LOST: _("Lost"),
    Share.RETIRED: _("Out of use"),
}
CAME: Mapping[c.CameBy, Promise] = {c.CameBy.BOUGHT: _("Bought"), c.CameBy.DONATED: _("Donated")}
NEEDS: Mapping[c.Need, Promise] = {
    c.Need.NEONATAL: _("The baby is in a neonatal unit"),
    c.Need.SEPARATED: _("Mother and baby are apart, or the baby cannot feed at the breast yet"),
    c.Need.FEEDING_PLAN: _("A feeding problem, with a plan made with a worker"),
    c.Need.CANNOT_AFFORD: _("The family cannot afford a pump"),
}
RULE: Mapping[c.Need, Promise] = {
    c.Need.NEONATAL: _("My baby is in a neonatal unit"),
    c.Need.SEPARATED: _("My baby and I are apart, or my baby cannot feed at the breast yet"),
    c.Need.FEEDING_PLAN: _("I have a feeding problem, and a plan made with a midwife, health visitor or feeding team"),
    c.Need.CANNOT_AFFORD: _("I cannot afford a pump"),
}
ASKED_BY: Mapping[c.AskedBy, Promise] = {
    c.AskedBy.PARENT: _("The family itself"),
    c.AskedBy.PRACTITIONER: _("A worker"),
    c.AskedBy.WARD: _("A ward"),
}
REQUESTS: Mapping[c.RequestState, Promise] = {
    c.RequestState.WAITING: _("Waiting"),
    c.RequestState.HELD: _("A pump is kept for her"),
    c.RequestState.HANDED_OVER: _("Handed over"),
    c.RequestState.NOT_COLLECTED: _("Not collected"),
    c.RequestState.ENDED: _("Ended without a pump"),
}
ENDS: Mapping[c.WhyEnded, Promise] = {
    c.WhyEnded.NO_NEED_NAMED: _("None of the needs of our rule"),
    c.WhyEnded.NOT_WANTED: _("Not wanted any more"),
    c.WhyEnded.HELPED_OTHERWISE: _("Helped in another way"),
    c.WhyEnded.BEREAVED: _("Ended: the family is bereaved"),
    c.WhyEnded.CONSENT_WITHDRAWN: _("Ended: the family no longer agrees"),
}
LOAN_ENDS: Mapping[c.LoanEnd, Promise] = {
    c.LoanEnd.RETURNED: _("Returned"),
    c.LoanEnd.LOST: _("Lost"),
    c.LoanEnd.DROPPED: _("Broken off"),
}
CONDITIONS: Mapping[c.Condition, Promise] = {
    c.Condition.COMPLETE: _("Complete and in order"),
    c.Condition.DAMAGED: _("Damaged: to be mended"),
    c.Condition.MISSING: _("Something is missing"),
}
HELPED: Mapping[c.Helped, Promise] = {
    c.Helped.YES: _("Yes"),
    c.Helped.PARTLY: _("Partly"),
    c.Helped.NO: _("No"),
    c.Helped.NOT_SAID: _("She would rather not say"),
}
COLLECTIONS: Mapping[c.Collection, Promise] = {
    c.Collection.BRINGS: _("She brings it"),
    c.Collection.FROM_HOME: _("We collect it from her home"),
    c.Collection.OTHER_PERSON: _("Another person brings it, whom she chooses"),
}
MY_COLLECTIONS: Mapping[c.Collection, Promise] = {
    c.Collection.BRINGS: _("I bring it"),
    c.Collection.FROM_HOME: _("Please collect it from my home"),
    c.Collection.OTHER_PERSON: _("Another person brings it"),
}
TALKED: Mapping[c.Talked, Promise] = {
    c.Talked.ENGLISH: _("In English"),
    c.Talked.HER_LANGUAGE: _("In her language"),
    c.Talked.INTERPRETER: _("With an interpreter"),
    c.Talked.FAMILY_MEMBER: _("A family member or friend interpreted"),
}


def wait_words(wait: Forecast) -> str:
    """How long a family waits, with the range; a wait of none is said as such."""
    if wait.is_ready:
        return gettext("A pump is ready")
    words = ngettext("about %(num)s day", "about %(num)s days", wait.days) % {"num": formats.number(wait.days)}
    between = gettext("most likely %(low)s to %(high)s days") % {
        "low": formats.number(wait.low),
        "high": formats.number(wait.high),
    }
    return f"{words} ({between})"
