"""Who sees a family's rows; of some a referral service sees columns, which the application chooses."""

from kith.walls.of_families import by_family, by_referral
from kith.walls.shapes import Shape, by_nobody, by_organisation, by_person, own_account, through

_DATED = through("baby_id", "families_baby") | through("parent_id", "families_parent")

WALLS: dict[str, Shape] = {
    "families_family": by_family("id") | by_referral("id"),
    "families_parent": own_account("account_id") | by_family() | by_referral(),
    **{f"families_{each}": by_family() | by_referral() for each in ("baby", "pregnancy", "address")},
    **{f"families_{each}": by_organisation("organisation_id") | by_family() for each in ("consent", "declinedconsent")},
    **{f"families_{each}": by_family() for each in ("bereavement", "householdmember", "crisisflag", "card")},
    "families_cardreading": through("card_id", "families_card"),
    "families_daycorrection": _DATED | through("pregnancy_id", "families_pregnancy"),
    "families_emergencyopening": by_person("membership_id") | by_family(),
    "families_emergencysearch": by_person("membership_id"),
    "families_familymerge": by_family("kept_id"),
    "families_mergestep": by_nobody(),
    "families_distinctfamilies": by_family("one_id") | by_family("other_id"),
}
