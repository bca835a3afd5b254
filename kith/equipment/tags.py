"""Which pump a tag belongs to: what was read or typed, and what to do where it is none of ours."""

from kith.equipment.models.units import Unit
from kith.equipment.rules.tags import cleaned, may_be_tag
from kith.kernel.refusal import Refusal
from kith.platform import access
from kith.platform.access.viewer import Viewer


def unit_by_tag(viewer: Viewer, tag: str) -> Unit:
    """The pump of the viewer's organisation with this tag; a Refusal for one that is unknown, or another's."""
    wanted = cleaned(tag)
    if refusal := may_be_tag(wanted):
        raise refusal
    row = Unit.objects.select_related("model", "store").filter(tag=wanted).first()
    if row is None:
        raise Refusal("tag_unknown", tag=wanted)
    if not access.visible(viewer, Unit.objects.filter(pk=row.pk)).exists():
        raise Refusal("tag_of_others")
    return row
