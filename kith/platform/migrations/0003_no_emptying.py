"""The audit cannot be emptied either, and a table for counting attempts to sign in across all web workers."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON platform_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION platform_audit_is_for_ever();
CREATE TRIGGER audit_seal_is_not_emptied BEFORE TRUNCATE ON platform_auditseal
    FOR EACH STATEMENT EXECUTE FUNCTION platform_audit_is_for_ever();
"""
UNGUARD = """
DROP TRIGGER audit_entry_is_not_emptied ON platform_auditentry;
DROP TRIGGER audit_seal_is_not_emptied ON platform_auditseal;
"""
# The shape that django.core.cache.backends.db expects.
ATTEMPTS = """
CREATE UNLOGGED TABLE platform_attempts (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX platform_attempts_expires ON platform_attempts (expires);
"""


class Migration(migrations.Migration):
    """Triggers against emptying the audit, and the table of attempts."""

    dependencies: ClassVar = [("platform", "0002_guards")]
    operations: ClassVar = [
        migrations.RunSQL(GUARD, UNGUARD),
        migrations.RunSQL(ATTEMPTS, "DROP TABLE platform_attempts"),
    ]
