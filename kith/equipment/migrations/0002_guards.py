"""A pump takes only steps that may follow; none is lent unchecked, or by a person untrained; loans and pumps agree."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows
from kith.walls.raising import sees_all

STEPS = """
CREATE FUNCTION equipment_unit_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    pump equipment_unit%ROWTYPE;
    today date := (NEW.at AT TIME ZONE 'Europe/London')::date;
BEGIN
    SELECT * INTO pump FROM equipment_unit WHERE id = NEW.unit_id FOR UPDATE;
    IF NOT (pump.state || '>' || NEW.state) = ANY (ARRAY[
        'returned>cleaning', 'returned>lost', 'returned>repair', 'returned>retired', 'cleaning>checked',
        'cleaning>lost', 'cleaning>repair', 'cleaning>retired', 'checked>available', 'checked>cleaning',
        'checked>held', 'checked>lost', 'checked>repair', 'checked>retired', 'available>cleaning',
        'available>held', 'available>lost', 'available>repair', 'available>retired', 'held>available',
        'held>cleaning', 'held>lost', 'held>on_loan', 'held>repair', 'held>retired', 'on_loan>lost',
        'on_loan>returned', 'repair>cleaning', 'repair>lost', 'repair>retired', 'lost>returned'
    ]) THEN
        RAISE EXCEPTION 'a pump that is % cannot be % next', pump.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state = 'checked' AND NOT EXISTS (
        SELECT FROM equipment_unitcheck AS c
        WHERE c.id = NEW.check_made_id AND c.unit_id = NEW.unit_id AND c.passed AND c.signed_at >= (
            SELECT max(s.at) FROM equipment_unitstep AS s WHERE s.unit_id = NEW.unit_id AND s.state = 'cleaning')) THEN
        RAISE EXCEPTION 'this pump has no signed clean and check since it came back' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state IN ('available', 'held', 'on_loan') AND pump.recall_id IS NOT NULL THEN
        RAISE EXCEPTION 'this pump is called back' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state = 'on_loan' AND pump.electrical_test_on < today THEN
        RAISE EXCEPTION 'the electrical test of this pump is out of date' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE equipment_unit SET state = NEW.state, moved_at = NEW.at WHERE id = NEW.unit_id;
    RETURN NEW;
END $$;
CREATE TRIGGER equipment_unit_moves BEFORE INSERT ON equipment_unitstep
    FOR EACH ROW EXECUTE FUNCTION equipment_unit_moves();

CREATE FUNCTION equipment_state_by_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'returned' THEN
        RAISE EXCEPTION 'a pump that comes stands in quarantine' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.state <> OLD.state AND pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION 'a pump moves by a step alone: add one' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER equipment_state_by_steps BEFORE INSERT OR UPDATE ON equipment_unit
    FOR EACH ROW EXECUTE FUNCTION equipment_state_by_steps();
"""
UNSTEPS = """
DROP TRIGGER equipment_state_by_steps ON equipment_unit;
DROP FUNCTION equipment_state_by_steps();
DROP TRIGGER equipment_unit_moves ON equipment_unitstep;
DROP FUNCTION equipment_unit_moves();
"""
TRAINED = """
CREATE FUNCTION equipment_checked_by_trained() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    asked text[] := (SELECT items FROM equipment_checklist WHERE id = NEW.check_list_id);
BEGIN
    IF NOT education_may(NEW.signed_by_id, 'pump_issuing', (NEW.signed_at AT TIME ZONE 'Europe/London')::date) THEN
        RAISE EXCEPTION 'this check is signed by a person who is not trained for it' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.passed AND (cardinality(NEW.answers) <> cardinality(asked) OR false = ANY (NEW.answers)) THEN
        RAISE EXCEPTION 'a check is passed when every point is in order' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER equipment_checked_by_trained BEFORE INSERT ON equipment_unitcheck
    FOR EACH ROW EXECUTE FUNCTION equipment_checked_by_trained();

CREATE FUNCTION equipment_lent_by_trained() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT coalesce(education_may(NEW.handed_over_by_id, 'pump_issuing',
        (NEW.handed_over_at AT TIME ZONE 'Europe/London')::date), false) THEN
        RAISE EXCEPTION 'this pump is handed over by a person who is not trained for it'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER equipment_lent_by_trained BEFORE INSERT ON equipment_loan
    FOR EACH ROW WHEN (NEW.handed_over_at IS NOT NULL) EXECUTE FUNCTION equipment_lent_by_trained();
CREATE TRIGGER equipment_lent_by_trained_later BEFORE UPDATE OF handed_over_at, handed_over_by_id ON equipment_loan
    FOR EACH ROW WHEN (NEW.handed_over_at IS DISTINCT FROM OLD.handed_over_at
        OR NEW.handed_over_by_id IS DISTINCT FROM OLD.handed_over_by_id)
    EXECUTE FUNCTION equipment_lent_by_trained();
"""
UNTRAINED = """
DROP TRIGGER equipment_lent_by_trained_later ON equipment_loan;
DROP TRIGGER equipment_lent_by_trained ON equipment_loan;
DROP FUNCTION equipment_lent_by_trained();
DROP TRIGGER equipment_checked_by_trained ON equipment_unitcheck;
DROP FUNCTION equipment_checked_by_trained();
"""
# Looked at when the transaction ends: a hand-over writes a loan and a step, in whichever order.
AGREE = """
CREATE FUNCTION equipment_loans_agree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT state = 'on_loan' FROM equipment_unit WHERE id = NEW.unit_id) <> EXISTS (
        SELECT FROM equipment_loan WHERE unit_id = NEW.unit_id AND handed_over_at IS NOT NULL AND ended_at IS NULL) THEN
        RAISE EXCEPTION 'a pump is on loan when a family has it, and only then' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER equipment_loans_agree AFTER INSERT OR UPDATE ON equipment_loan
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION equipment_loans_agree();
CREATE CONSTRAINT TRIGGER equipment_steps_agree AFTER INSERT ON equipment_unitstep
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION equipment_loans_agree();
"""
DISAGREE = """
DROP TRIGGER equipment_steps_agree ON equipment_unitstep;
DROP TRIGGER equipment_loans_agree ON equipment_loan;
DROP FUNCTION equipment_loans_agree();
"""

COUNTED = """
CREATE FUNCTION equipment_count_loans() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE equipment_unit SET
        loan_count = loan_count + 1,
        day_count = day_count + greatest(0, extract(day FROM NEW.ended_at - NEW.handed_over_at)::int),
        helped_count = helped_count + CASE WHEN NEW.helped IN ('yes', 'partly') THEN 1 ELSE 0 END,
        answered_count = answered_count + CASE WHEN NEW.helped IN ('yes', 'partly', 'no') THEN 1 ELSE 0 END
    WHERE id = NEW.unit_id;
    RETURN NULL;
END $$;
CREATE TRIGGER equipment_count_loans AFTER UPDATE OF ended_at ON equipment_loan
    FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.handed_over_at IS NOT NULL)
    EXECUTE FUNCTION equipment_count_loans();
"""
UNCOUNTED = """
DROP TRIGGER equipment_count_loans ON equipment_loan;
DROP FUNCTION equipment_count_loans();
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("equipment", "0001_tables"), ("education", "0002_guards"), GUARDED_SINCE]
    operations: ClassVar = [
        migrations.RunSQL(STEPS, UNSTEPS),
        migrations.RunSQL(TRAINED, UNTRAINED),
        migrations.RunSQL(AGREE, DISAGREE),
        migrations.RunSQL(COUNTED, UNCOUNTED),
        sees_all("equipment_loans_agree"),
        only_grows("equipment_unitstep"),
        only_grows("equipment_unitcheck"),
        only_grows("equipment_checklist"),
        only_grows("equipment_pumprequeststep"),
    ]
