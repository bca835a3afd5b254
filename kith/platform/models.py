"""All tables of the platform, gathered where Django looks for them."""

from kith.platform.audit.models import AuditCheck, AuditEntry, AuditSeal
from kith.platform.outbox.models import OutboxDelivery, OutboxEvent
from kith.platform.sign_in.models import Account

__all__ = ["Account", "AuditCheck", "AuditEntry", "AuditSeal", "OutboxDelivery", "OutboxEvent"]
