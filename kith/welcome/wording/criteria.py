"""The written criteria: what a parent asks of a venue, and what a yes means."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kith.welcome.rules.codes import Agreement, Answer, Criterion, ImprovementEnd

NAMES: Mapping[Criterion, Promise] = {
    Criterion.PRAM: _("You can come in with a pram"),
    Criterion.STEP_FREE: _("No steps; a wheelchair gets in"),
    Criterion.BUS: _("A bus stops nearby"),
    Criterion.PARKING: _("Free parking"),
    Criterion.TOILETS: _("Toilets that you can use with a pram"),
    Criterion.CHANGING_TABLE: _("A changing table"),
    Criterion.PRIVACY: _("A private corner, if you like to feed unseen"),
    Criterion.PRAYER_ROOM: _("A prayer room"),
    Criterion.WARM_DRINKS: _("Warm drinks"),
    Criterion.WHO_IS_THERE: _("You are greeted, and told who is there"),
    Criterion.BOTTLE_FEEDING: _("Bottle feeding is welcome"),
    Criterion.YOUR_MOTHER: _("Bring your mother or a friend"),
    Criterion.PARTNERS: _("Partners are welcome"),
    Criterion.OLDER_CHILDREN: _("Older children are welcome"),
}
"""As a parent reads them. Most are the directory's own words."""
QUESTIONS: Mapping[Criterion, Promise] = {
    Criterion.PRAM: _("Can you come in with a pram?"),
    Criterion.STEP_FREE: _("Is there a way in without steps?"),
    Criterion.BUS: _("Does a bus stop nearby?"),
    Criterion.PARKING: _("Is parking free?"),
    Criterion.TOILETS: _("Are there toilets that you can use with a pram?"),
    Criterion.CHANGING_TABLE: _("Is there a changing table?"),
    Criterion.PRIVACY: _("Is there a private corner to feed in?"),
    Criterion.PRAYER_ROOM: _("Is there a prayer room?"),
    Criterion.WARM_DRINKS: _("Are there warm drinks?"),
    Criterion.WHO_IS_THERE: _("Are you greeted, and told who is there?"),
    Criterion.BOTTLE_FEEDING: _("Are you welcome with a bottle?"),
    Criterion.YOUR_MOTHER: _("May you bring your mother or a friend?"),
    Criterion.PARTNERS: _("Are partners welcome?"),
    Criterion.OLDER_CHILDREN: _("Are older children welcome?"),
}
MEANINGS: Mapping[Criterion, Promise] = {
    Criterion.PRAM: _("Yes: a double pram gets through every door, and stays dry inside."),
    Criterion.STEP_FREE: _("Yes: from the street to the room without a step, or by a lift that works."),
    Criterion.BUS: _("Yes: less than five minutes from the stop with a pram, on a pavement."),
    Criterion.PARKING: _("Yes: a free place was to be had when you came."),
    Criterion.TOILETS: _("Yes: on the same floor, clean, and wide enough for a pram."),
    Criterion.CHANGING_TABLE: _("Yes: clean, and where fathers can use it too."),
    Criterion.PRIVACY: _("Yes: a seat out of sight of door and window, and nobody has to ask for it."),
    Criterion.PRAYER_ROOM: _("Yes: a quiet, clean room that is open while the group is on."),
    Criterion.WARM_DRINKS: _("Yes: free, and you can hold one with a baby in your arm."),
    Criterion.WHO_IS_THERE: _("Yes: a person comes to meet you, and says who is in the room and who is not."),
    Criterion.BOTTLE_FEEDING: _("Yes: nobody looks twice, and there is a way to warm a bottle."),
    Criterion.YOUR_MOTHER: _("Yes: she is greeted too, and there is a seat for her."),
    Criterion.PARTNERS: _("Yes: partners are spoken to, and are not the only ones."),
    Criterion.OLDER_CHILDREN: _("Yes: there is something to play with, in sight."),
}
ANSWERS: Mapping[Answer, Promise] = {
    Answer.YES: _("Yes"),
    Answer.PARTLY: pgettext_lazy("a thing is partly so", "Partly"),
    Answer.NO: _("No"),
    Answer.NOT_KNOWN: _("Not known"),
}
AGREEMENTS: Mapping[Agreement, Promise] = {
    Agreement.NOBODY_SHOWN: _("Nobody can be recognised in it"),
    Agreement.ALL_AGREED: _("Everybody who can be recognised in it has agreed that it is shown here"),
}
ENDS: Mapping[ImprovementEnd, Promise] = {
    ImprovementEnd.DONE: _("Put right"),
    ImprovementEnd.CANNOT: _("Cannot be put right"),
}
