"""What logs, expenses and pairs are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.peers.rules.supporting import HowItWent, HowTalked, LookAt, PaidState, PeerCost

HOW: Mapping[HowTalked, Promise] = {
    HowTalked.CALL: _("We spoke by phone"),
    HowTalked.MESSAGE: _("We wrote messages"),
    HowTalked.MET: _("We met"),
}
WENT: Mapping[HowItWent, Promise] = {
    HowItWent.WELL: _("It went well"),
    HowItWent.NO_ANSWER: _("No answer"),
    HowItWent.UNSURE: _("I would like to talk about it"),
}
COSTS: Mapping[PeerCost, Promise] = {
    PeerCost.MILEAGE: _("Miles by car"),
    PeerCost.CHILDCARE: _("Childcare"),
    PeerCost.OTHER: _("Something else we agreed on"),
}
PAID: Mapping[PaidState, Promise] = {
    PaidState.CLAIMED: _("A person looks at it"),
    PaidState.APPROVED: _("Approved: the money is on its way"),
    PaidState.REFUSED: _("Not paid"),
    PaidState.PAID: _("Paid"),
}
LOOK_AT: Mapping[LookAt, Promise] = {
    LookAt.SILENT: _("Silent"),
    LookAt.TOO_OFTEN: _("In touch very often"),
    LookAt.TOO_LONG: _("Together for long"),
}
