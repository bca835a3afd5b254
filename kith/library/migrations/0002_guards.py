"""Words that stand have two organisations behind them and never change; approvals and checks are for ever."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION library_wording_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.approved_at IS NOT NULL AND
        (NEW.statement_id, NEW.number, NEW.text, NEW.easy_text, NEW.source, NEW.source_url, NEW.evidence,
            NEW.approved_at)
            IS DISTINCT FROM
        (OLD.statement_id, OLD.number, OLD.text, OLD.easy_text, OLD.source, OLD.source_url, OLD.evidence,
            OLD.approved_at)
    THEN
        RAISE EXCEPTION 'approved words are never changed: propose new ones' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.approved_at IS NOT NULL AND
        (SELECT count(*) FROM library_approval WHERE wording_id = NEW.id) < 2
    THEN
        RAISE EXCEPTION 'wording % has not been approved by two organisations', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER library_wording_stands BEFORE INSERT OR UPDATE ON library_wording
    FOR EACH ROW EXECUTE FUNCTION library_wording_stands();

CREATE FUNCTION library_approval_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an approval is given for ever (%)', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER library_approval_is_for_ever BEFORE UPDATE OR DELETE ON library_approval
    FOR EACH ROW EXECUTE FUNCTION library_approval_is_for_ever();
CREATE TRIGGER library_clinicalcheck_is_for_ever BEFORE UPDATE OR DELETE ON library_clinicalcheck
    FOR EACH ROW EXECUTE FUNCTION library_approval_is_for_ever();
"""
UNGUARD = """
DROP TRIGGER library_clinicalcheck_is_for_ever ON library_clinicalcheck;
DROP TRIGGER library_approval_is_for_ever ON library_approval;
DROP TRIGGER library_wording_stands ON library_wording;
DROP FUNCTION library_approval_is_for_ever();
DROP FUNCTION library_wording_stands();
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("library", "0001_tables")]
    operations: ClassVar = [migrations.RunSQL(GUARD, UNGUARD)]
