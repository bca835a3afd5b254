"""Who sees a day with children, by the database itself."""

from kith.platform.access.permissions import Permission
from kith.walls.shapes import Shape, own_account

WALLS: dict[str, Shape] = {
    "rotas_rotaday": own_account("account_id") | Shape(("true",)).for_those_who_may(Permission.MANAGE_PEERS),
}
