"""Why something about a pump cannot be, and what to do instead, in the reader's language."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused


def _others_wait(refusal: Refusal) -> str:
    count = int(str(refusal.facts["count"]))
    words = ngettext(
        "%(num)s other family waits, so this pump cannot be kept longer. Bring it back, or let us collect it.",
        "%(num)s other families wait, so this pump cannot be kept longer. Bring it back, or let us collect it.",
        count,
    )
    return words % {"num": formats.number(count)}


def _unknown(refusal: Refusal) -> str:
    tag = refusal.facts["tag"]
    return gettext("No pump has the tag %(tag)s. Look at the letters again, or add the pump first.") % {"tag": tag}


def _several(refusal: Refusal) -> str:
    tags = refusal.facts["tags"]
    return gettext("The picture shows several tags: %(tags)s. Photograph one alone, or type it.") % {"tags": tags}


REFUSALS: RefusalWords = {
    "model_known": Refused(_("There is a model of this name already"), "name"),
    "check_list_empty": Refused(_("Write at least one point to look at"), "items"),
    "check_list_changed": Refused(_("The check list has changed meanwhile. Open the page again, and use the new one.")),
    "tag_taken": Refused(_("Another pump has this tag. Print a new one"), "tag"),
    "tag_unreadable": Refused(_("A tag has 3 to 20 letters, digits and hyphens, like PUMP-014"), "tag"),
    "tag_unknown": Refused(_unknown, "tag"),
    "tag_of_others": Refused(
        _("This pump belongs to another organisation. Give it back to them; nothing was noted."), "tag"
    ),
    "picture_no_tag": Refused(
        _("No tag can be read in this picture. Go closer, with more light, or type the tag."), "tag"
    ),
    "picture_several_tags": Refused(_several, "tag"),
    "serial_taken": Refused(_("A pump of this model with this serial number is known already"), "serial"),
    "unit_recalled": Refused(_("This pump is called back. Set it aside and use another one."), "tag"),
    "unit_test_over": Refused(_("The electrical test of this pump is out of date. Have it tested first."), "tag"),
    "unit_service_over": Refused(_("The service of this pump is overdue. Have it serviced first."), "tag"),
    "unit_on_loan": Refused(_("This pump is on loan to a family. Take it back first, or lend another one."), "tag"),
    "unit_held": Refused(_("This pump is kept for another family. Take another one."), "tag"),
    "unit_unchecked": Refused(
        _("This pump is not cleaned and checked yet. Sign the check first, or take another one."), "tag"
    ),
    "unit_changed": Refused(_("This pump was moved on meanwhile. Look at its page again.")),
    "not_trained_for_pumps": Refused(
        _("Your training for issuing pumps is missing or has run out. Ask a colleague who has it, and renew yours.")
    ),
    "request_in_bereavement": Refused(
        _("This family is bereaved. Nothing is asked for it here: speak with its worker.")
    ),
    "pump_need_not_named": Refused(
        _(
            "By our rule we cannot lend you a pump now. If something changes, ask again. "
            "We help with feeding in every way: speak with us."
        ),
        "needs",
    ),
    "pump_asked_too_often": Refused(_("Too many have asked from here just now. Wait an hour, or ring us.")),
    "pump_wish_over": Refused(_("The time for this is over, and what you wrote is forgotten. Please ask once more.")),
    "pump_asked_already": Refused(_("A pump is asked for already, or kept for the family. Open that request.")),
    "request_not_held": Refused(_("No pump is kept for this family at the moment. Look at the line again.")),
    "others_first": Refused(_("Another family stands before this one in the line. This pump is for her."), "tag"),
    "hand_over_under_way": Refused(_("A hand-over is under way. Finish it, or break it off first.")),
    "hand_over_over": Refused(_("This hand-over was broken off. Begin a new one.")),
    "use_not_shown": Refused(_("Show her how the pump is used before she takes it home"), "shown_how"),
    "loan_not_out": Refused(_("This pump is not on loan: it came back already, or was never handed over.")),
    "others_wait": Refused(_others_wait),
    "extended_enough": Refused(_("This pump was kept longer as often as can be. Speak with us about what helps now.")),
    "extended_too_early": Refused(_("There is still time. Ask again in the last four weeks of the loan.")),
    "collection_needs_a_day": Refused(_("Choose the day on which we collect it"), "on"),
    "collection_day_past": Refused(_("Choose a day to come"), "on"),
    "collection_needs_a_name": Refused(_("Say who brings it"), "who"),
}
