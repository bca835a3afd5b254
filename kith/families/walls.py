"""Who sees a family's rows. A referral service sees none: two views of that room tell it of columns."""

from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, by_nobody, by_organisation, by_person, own_account, through

_DATED = through("baby_id", "families_baby") | through("parent_id", "families_parent")

WALLS: dict[str, Shape] = {
    "families_family": by_family("id"),
    "families_parent": own_account("account_id") | by_family(),
    **{f"families_{each}": by_organisation("organisation_id") | by_family() for each in ("consent", "declinedconsent")},
    **{f"families_{each}": by_family() for each in ("baby", "pregnancy", "address", "bereavement")},
    **{f"families_{each}": by_family() for each in ("householdmember", "crisisflag", "card")},
    "families_cardreading": through("card_id", "families_card"),
    "families_daycorrection": _DATED | through("pregnancy_id", "families_pregnancy"),
    "families_emergencyopening": by_person("membership_id") | by_family(),
    "families_emergencysearch": by_person("membership_id"),
    "families_familymerge": by_family("kept_id"),
    "families_mergestep": by_nobody(),
    "families_distinctfamilies": by_family("one_id") | by_family("other_id"),
}
