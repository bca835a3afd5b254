"""The advice about sleeping, in sentences that a tired parent reads. Its source: kith.library's page on safer sleep."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.bundles.rules.places import Advice

ADVICE: Mapping[Advice, Promise] = {
    Advice.BACK: _("Lay your baby on the back for every sleep, by day and by night."),
    Advice.CLEAR: _("Give your baby a clear, firm, flat place of its own: no pillow, duvet, bumper, nest or pod."),
    Advice.SAME_ROOM: _("Keep the cot in the room where you are, day and night, for the first 6 months."),
    Advice.WARM: _("Keep the room between 16 and 20 °C and the head uncovered."),
    Advice.SMOKE: _("Keep the place where your baby sleeps free of smoke."),
    Advice.SOFA: _(
        "Never fall asleep with your baby on a sofa or in an armchair. It is always the most dangerous place."
    ),
    Advice.FEEDING_AT_NIGHT: _(
        "If you may fall asleep while feeding, feed in a bed made ready, never on a sofa: no pillow or cover near the "
        "baby, no gap, no other child or pet."
    ),
    Advice.SHARED_BED: _(
        "Sharing a bed is very dangerous if anyone in it smokes, drank, took drugs or a medicine that makes sleepy, or "
        "is extremely tired, or if your baby came before 37 weeks or weighed under 2.5 kg."
    ),
    Advice.SHARED_ROOM: _("Where others sleep in the same room, stand the cot away from their beds."),
    Advice.NO_COT_THERE: _(
        "Use a travel cot with its own mattress and nothing added. A car seat is not for long sleep."
    ),
    Advice.HEATING: _("If you cannot turn the heating down, take off a layer."),
    Advice.WARD: _(
        "In hospital, ask for a cot beside your bed, and call the staff if you are too tired to stay awake."
    ),
    Advice.MOVE: _("Tell us when you move. We come and look at the new place with you."),
}
