"""What the babies of one family are called, so that twins are told apart before they have names."""

from collections.abc import Collection

from django.utils.translation import gettext

from kith.families.queries.cards import BabyCard
from kith.families.queries.page import BabyRow
from kith.kernel.ids import BabyId


def baby_names(babies: Collection[BabyCard | BabyRow]) -> dict[BabyId, str]:
    """What each is called: by name; of several, the oldest first, the nameless by their number."""
    nameless = gettext("Baby %(number)d") if len(babies) > 1 else gettext("Baby")
    return {each.id: each.name or nameless % {"number": at} for at, each in enumerate(babies, 1)}
