"""Papers that are frozen stay as they were sent, and what was decided stays decided."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows

GUARD = """
CREATE FUNCTION alliance_papers_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.is_frozen AND (TG_OP = 'DELETE' OR to_jsonb(NEW) - 'minutes' <> to_jsonb(OLD) - 'minutes') THEN
        RAISE EXCEPTION 'papers that are frozen stay as they were sent' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER alliance_papers_stay BEFORE UPDATE OR DELETE ON alliance_agendaitem
    FOR EACH ROW EXECUTE FUNCTION alliance_papers_stay();
"""
UNGUARD = """
DROP TRIGGER alliance_papers_stay ON alliance_agendaitem;
DROP FUNCTION alliance_papers_stay();
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("alliance", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        migrations.RunSQL(GUARD, UNGUARD),
        only_grows("alliance_decision"),
        only_grows("alliance_declaredinterest", may_change=["ended_on"]),
        only_grows("alliance_broughtpoint"),
    ]
