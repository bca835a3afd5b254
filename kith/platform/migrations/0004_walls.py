"""The first walls: the audit is added to by all and read by actions; it is sealed by a right that the owner lends."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised

# To wait for writers takes a right that would also let rows be changed: the owner lends it for this one question.
SETTLED = """
CREATE FUNCTION kith_audit_settled() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    LOCK TABLE platform_auditentry IN SHARE ROW EXCLUSIVE MODE;
    RETURN (SELECT coalesce(max(id), 0) FROM platform_auditentry);
END $$;
REVOKE ALL ON FUNCTION kith_audit_settled() FROM PUBLIC;
"""


class Migration(migrations.Migration):
    """A function, and the walls of the platform's own tables."""

    dependencies: ClassVar = [("platform", "0003_histories_only_grow")]
    operations: ClassVar = [
        migrations.RunSQL(SETTLED, "DROP FUNCTION kith_audit_settled()"),
        raised("platform", "platform_auditentry", "platform_outboxevent"),
    ]
