"""Who sees the platform's own tables; those of other packages stand in ``kith.config.walls``."""

from kith.walls.shapes import Shape, added_by_all, by_nobody

WALLS: dict[str, Shape] = {"platform_auditentry": added_by_all(), "platform_outboxevent": by_nobody()}
NO_PERSON = {
    "platform_auditcheck": "counts, and ids of entries of the audit",
    "platform_auditseal": "digests",
    "platform_outboxdelivery": "which listener has heard of which event",
}
NOT_YET = dict.fromkeys(
    ("platform_account", "platform_account_groups", "platform_account_user_permissions"),
    "read to find out who signs in, when no viewer is known yet",
)
