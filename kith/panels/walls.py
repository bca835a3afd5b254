"""Who sees a member of a panel, by the database itself: those who invite members, and her own family.

The page behind her private link reads beyond.
"""

from kith.platform.access.permissions import Permission
from kith.walls.shapes import Shape, may, said

_INVITERS = Shape((may(Permission.MANAGE_PANELS.value),))
# Her own family alone: who cares for it need not know that she takes part.
_HERS = Shape((f"{{row}}.family_id = ANY ({said(6)}::uuid[])",))

WALLS: dict[str, Shape] = {
    "panels_panelmember": _INVITERS | _HERS,
    "panels_panelmemberstep": _INVITERS,
    "panels_panelattendance": _INVITERS,
    "panels_sessionpayment": _INVITERS,
    "panels_panelexpense": _INVITERS,
    "panels_panelexpensestep": _INVITERS,
    "panels_credit": _INVITERS,
}
NO_PERSON = {
    "panels_panel": "what a panel is for, in which languages",
    "panels_panelterms": "what the place pays, in codes and numbers",
    "panels_membertotal": "tallies of a quarter: there is no row of one person",
    "panels_panelsession": "what a panel was asked and said, in words without names",
    "panels_panelfinding": "what a panel found, in words without names",
    "panels_passedfinding": "which organisation has a finding, and what it answers",
    "panels_jointwork": "what was made together",
}
