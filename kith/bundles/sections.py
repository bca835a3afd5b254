"""What bundles bring to shared pages: the desk, a family's bundles, and her own."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.bundles.queries.requests import BundleRow, bundles_of_family, my_bundles
from kith.bundles.rules.codes import BundleState
from kith.bundles.wording import codes as words
from kith.families.context import FamilyContext, Moment, Section
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink


@dataclass(frozen=True)
class BundlesOfFamily:
    """What a family asked for and was given; ``mourns``: after a death its page says nothing of sleeping."""

    rows: list[BundleRow]
    mourns: bool = False

    @property
    def words(self) -> object:
        """The words of the codes."""
        return words


def _of_family(context: FamilyContext) -> BundlesOfFamily | None:
    found = bundles_of_family(context.id)
    return BundlesOfFamily(found) if found else None


def _moments(it: BundlesOfFamily) -> Iterator[Moment]:
    """When a bundle was given."""
    for row in it.rows:
        if row.given_at:
            yield Moment(row.given_at, gettext("Safer-sleep bundle given"), (row.bundle,))


def _mine(context: FamilyContext) -> BundlesOfFamily | None:
    mourns = bool(context.bereavements)
    found = [each for each in my_bundles(context.viewer, context.id) if not mourns or each.state is BundleState.GIVEN]
    return BundlesOfFamily(found, mourns) if found else None


BUNDLES = Section(_of_family, "bundles/family_bundles.jinja", moments=_moments)
MY_BUNDLES = Section(_mine, "bundles/my_section.jinja")
REQUEST_BUNDLE = PageLink(_("Ask for a safer-sleep bundle"), "request-bundle", (Permission.LEND_PUMP,))
BUNDLES_DESK = PageLink(
    _("Safer-sleep bundles"), "bundle-requests", (Permission.LEND_PUMP,), _("Who waits for one, and what is in it.")
)
HOUSING_DESK = PageLink(
    _("Notices from housing"),
    "housing-notices",
    (Permission.LEND_PUMP,),
    _("Families placed in temporary accommodation."),
)
RECHECKS_DESK = PageLink(
    _("New places to look at"), "rechecks", (Permission.LEND_PUMP,), _("Families that moved to a temporary address.")
)
NUMBERS_DESK = PageLink(
    _("Bundles in numbers"), "bundle-numbers", (Permission.SEE_NUMBERS,), _("Waits, reasons, refusals, unmet need.")
)
