"""Triggers: places taken, places kept and families who wait are counted on the row of the session."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION groups_count_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kept CONSTANT text[] := ARRAY['booked', 'offered'];
    taken integer := 0;
    waiting integer := 0;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.session_id <> OLD.session_id THEN
        PERFORM kith_places_taken(
            OLD.session_id, -OLD.places * (OLD.state = ANY (kept))::integer, 0, -(OLD.state = 'waiting')::integer);
    ELSIF TG_OP <> 'INSERT' THEN
        taken := taken - OLD.places * (OLD.state = ANY (kept))::integer;
        waiting := waiting - (OLD.state = 'waiting')::integer;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        taken := taken + NEW.places * (NEW.state = ANY (kept))::integer;
        waiting := waiting + (NEW.state = 'waiting')::integer;
    END IF;
    IF taken <> 0 OR waiting <> 0 THEN
        PERFORM kith_places_taken(
            CASE WHEN TG_OP = 'DELETE' THEN OLD.session_id ELSE NEW.session_id END, taken, 0, waiting);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER groups_count_places
    AFTER INSERT OR DELETE OR UPDATE OF state, places, session_id ON groups_booking
    FOR EACH ROW EXECUTE FUNCTION groups_count_places();

CREATE FUNCTION groups_count_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.places_kept > 0 THEN
        PERFORM kith_places_taken(OLD.session_id, -OLD.places_kept, -OLD.places_kept, 0);
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.places_kept > 0 THEN
        PERFORM kith_places_taken(NEW.session_id, NEW.places_kept, NEW.places_kept, 0);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER groups_count_held
    AFTER INSERT OR DELETE OR UPDATE OF places_kept, session_id ON groups_heldbooking
    FOR EACH ROW EXECUTE FUNCTION groups_count_held();
"""
UNGUARD = """
DROP TRIGGER groups_count_held ON groups_heldbooking;
DROP FUNCTION groups_count_held();
DROP TRIGGER groups_count_places ON groups_booking;
DROP FUNCTION groups_count_places();
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("groups", "0001_tables"), ("whats_on", "0002_guards")]
    operations: ClassVar = [migrations.RunSQL(GUARD, UNGUARD)]
