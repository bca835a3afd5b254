"""What the table of rotas holds of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "rotas_rotaday": held(
        Keep.WORK, staff="account membership noted_by place", inner="on_day is_checked noted_at taken_back_at"
    ),
}
