"""The words people read for the directory's codes and refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.directory.rules.codes import BabyAge, Feature, Way
from kith.directory.rules.needs import Need
from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "venue_there_already": Refused(
        _("Your organisation has a venue of this name already. Choose another name."), "name"
    ),
}
NEED_WORDS: dict[Need, Promise] = {
    Need.IT_HURTS: _("It hurts"),
    Need.NOT_ENOUGH_MILK: _("Not enough milk"),
    Need.IS_BABY_GETTING_ENOUGH: _("Is my baby getting enough?"),
    Need.LATCHING: _("My baby does not latch on well"),
    Need.BOTTLE_FEEDING: _("Bottle feeding"),
    Need.MIXED_FEEDING: _("Breast and bottle together"),
    Need.EXPRESSING: _("Expressing or a pump"),
    Need.BEFORE_THE_BIRTH: _("Before the birth"),
    Need.SPECIAL_CARE: _("My baby came early or is unwell"),
    Need.STARTING_SOLIDS: _("Starting solid food"),
    Need.SAFER_SLEEP: _("Safer sleep"),
    Need.SOMEONE_TO_TALK_TO: _("Someone to talk to"),
}
FEATURE_WORDS: dict[Feature, Promise] = {
    Feature.PRAM_ACCESS: _("You can come in with a pram"),
    Feature.STEP_FREE: _("No steps; a wheelchair gets in"),
    Feature.BUS_NEARBY: _("A bus stops nearby"),
    Feature.PARKING: _("Free parking"),
    Feature.PRIVATE_SPACE: _("A private corner, if you like to feed unseen"),
    Feature.PRAYER_ROOM: _("A prayer room"),
    Feature.CHANGING_TABLE: _("A changing table"),
    Feature.WARM_DRINKS: _("Warm drinks"),
    Feature.BOTTLE_FEEDING_WELCOME: _("Bottle feeding is welcome"),
    Feature.BRING_YOUR_MOTHER: _("Bring your mother or a friend"),
    Feature.PARTNERS_WELCOME: _("Partners are welcome"),
    Feature.OLDER_CHILDREN_WELCOME: _("Older children are welcome"),
}
WAY_WORDS: dict[Way, Promise] = {
    Way.IN_PERSON: _("In person"),
    Way.ONLINE: _("Online"),
    Way.PHONE: _("By phone"),
}
AGE_WORDS: dict[BabyAge, Promise] = {
    BabyAge.EXPECTED: _("Not born yet"),
    BabyAge.FIRST_WEEKS: _("In the first month"),
    BabyAge.UNDER_SIX_MONTHS: _("1 to 6 months"),
    BabyAge.UNDER_ONE: _("6 to 12 months"),
    BabyAge.OLDER: _("Over a year"),
}
TEXT_WORDS: dict[str, Promise] = {
    "name": _("Name"),
    "summary": _("In one or two sentences"),
    "what_happens": _("What happens there"),
    "who_is_welcome": _("Who is welcome"),
    "open_when": _("When is it there?"),
    "cost_note": _("What else is there to say of the cost?"),
    "how_to_refer": _("How to be referred"),
    "when": _("When is she or he there?"),
}
"""What a service says in every language."""
CHANGE_WORDS: dict[str, Promise] = {
    "new": _("New"),
    "changed": _("Changed"),
    "gone": _("No longer there"),
}
"""What a feed would do to a listing."""
FIELD_WORDS: dict[str, Promise] = {
    "name": _("Name"),
    "status": _("Offered"),
    "description": _("What it says"),
    "url": _("Website"),
    "email": _("E-mail"),
    "assured_date": _("Checked on"),
    "organization": _("Who offers it"),
    "schedules": _("When"),
    "service_at_locations": _("Where"),
    "languages": _("Languages"),
    "attributes": _("What it is for, and how it is reached"),
    "cost_options": _("Cost"),
    "contacts": _("Whom to call"),
    "details": _("Also said there, kept as it is"),
}
"""The fields of a listing, as another directory names them."""
