"""What keeps families away, in words: for a table of counts, and as a parent would say it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.kernel.barriers import Barrier
from kith.platform.ui.refusals import RefusalWords, Refused
from kith.studies.rules.codes import About, AskedHow, EthnicGroup, Used
from kith.studies.rules.communities import UNKNOWN

BARRIERS: Mapping[Barrier, Promise] = {
    Barrier.TIME: _("Time"),
    Barrier.TRANSPORT: _("Transport"),
    Barrier.COST: _("Cost"),
    Barrier.LANGUAGE: _("Language"),
    Barrier.PARTNER: _("Partner"),
    Barrier.NOT_READY: _("Not ready"),
    Barrier.BABY_UNWELL: _("Baby unwell"),
    Barrier.UNWELCOME: _("Did not feel welcome"),
    Barrier.DID_NOT_KNOW: _("Did not know of it"),
    Barrier.OTHER: _("Another reason"),
}
"""What stands in a table of counts."""
SAID: Mapping[Barrier, Promise] = {
    Barrier.TIME: _("The time did not suit"),
    Barrier.TRANSPORT: _("Getting there was too hard"),
    Barrier.COST: _("It cost too much, or the way there did"),
    Barrier.LANGUAGE: _("It is not in my language"),
    Barrier.PARTNER: _("My partner could not come, or would not like it"),
    Barrier.NOT_READY: _("I was not ready yet"),
    Barrier.BABY_UNWELL: _("My baby was unwell"),
    Barrier.UNWELCOME: _("I did not feel welcome"),
    Barrier.DID_NOT_KNOW: _("I did not know of it"),
    Barrier.OTHER: _("Another reason"),
}
"""What she ticks."""
ABOUT: Mapping[About, Promise] = {
    About.ANY: _("Help with feeding a baby"),
    About.GROUPS: _("Groups and cafés"),
    About.COURSES: _("Courses before the birth"),
    About.PEER_SUPPORT: _("A peer supporter"),
    About.HOME_VISITS: _("Visits at home"),
    About.EQUIPMENT: _("Pumps and other things to borrow"),
    About.ADVICE: _("Advice by phone or on the web"),
}
USED: Mapping[Used, Promise] = {
    Used.YES: _("Yes"),
    Used.NO: _("No"),
    Used.UNKNOWN: _("I do not know"),
}
WAYS: Mapping[AskedHow, Promise] = {
    AskedHow.OPEN_LINK: _("By the open link"),
    AskedHow.PRIVATE_LINK: _("By a private link"),
    AskedHow.INTERVIEW: _("In interviews"),
}
ETHNIC_GROUPS: Mapping[EthnicGroup, Promise] = {
    EthnicGroup.WHITE: _("White"),
    EthnicGroup.MIXED: _("Mixed or several ethnic groups"),
    EthnicGroup.ASIAN: _("Asian or Asian British"),
    EthnicGroup.BLACK: _("Black, Black British, Caribbean or African"),
    EthnicGroup.OTHER: _("Another ethnic group"),
    EthnicGroup.NOT_TO_SAY: _("I would rather not say"),
}
GROUPS: Mapping[str, Promise | str] = {
    **{str(each): words for each, words in ETHNIC_GROUPS.items()},
    UNKNOWN: _("Not said"),
    str(Used.YES): _("Used the support"),
    str(Used.NO): _("Did not use it"),
}
"""How a group is called in a table of counts."""
REFUSALS: RefusalWords = {
    "study_without_title": Refused(_("Write a title"), "title"),
    "study_day_out_of_range": Refused(_("Choose a day within a year"), "until_on"),
    "study_over": Refused(_("These questions are over. Thank you for thinking of us")),
    "study_rests": Refused(_("Many have answered this month. Please tell us in your own words instead")),
    "study_without_reason": Refused(_("Tick what made it hard"), "reasons"),
    "study_without_contact": Refused(_("Write an e-mail address or a phone number"), "email"),
    "study_not_to_be_sent": Refused(
        _("Nothing is sent to this person by itself. Speak with her in person, or with the family’s named lead")
    ),
}
