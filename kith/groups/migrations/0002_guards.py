"""Triggers: places taken and kept, children in the crèche and families who wait are counted on the row of the session."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION groups_in_creche(b groups_booking) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN b.state IN ('booked', 'offered') AND b.wants_creche AND NOT b.creche_waits
        THEN greatest(1, b.older_children) ELSE 0 END;
$$;
CREATE FUNCTION groups_count_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kept CONSTANT text[] := ARRAY['booked', 'offered'];
    taken integer := 0;
    waiting integer := 0;
    creche integer := 0;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        taken := -OLD.places * (OLD.state = ANY (kept))::integer;
        waiting := -(OLD.state = 'waiting')::integer;
        creche := -groups_in_creche(OLD);
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.session_id <> OLD.session_id THEN
        PERFORM kith_places_taken(OLD.session_id, taken, 0, waiting, creche);
        taken := 0;
        waiting := 0;
        creche := 0;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        taken := taken + NEW.places * (NEW.state = ANY (kept))::integer;
        waiting := waiting + (NEW.state = 'waiting')::integer;
        creche := creche + groups_in_creche(NEW);
    END IF;
    IF taken <> 0 OR waiting <> 0 OR creche <> 0 THEN
        PERFORM kith_places_taken(
            CASE WHEN TG_OP = 'DELETE' THEN OLD.session_id ELSE NEW.session_id END, taken, 0, waiting, creche);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER groups_count_places
    AFTER INSERT OR DELETE OR UPDATE OF state, places, session_id, wants_creche, creche_waits, older_children
    ON groups_booking
    FOR EACH ROW EXECUTE FUNCTION groups_count_places();

CREATE FUNCTION groups_count_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.places_kept > 0 THEN
        PERFORM kith_places_taken(OLD.session_id, -OLD.places_kept, -OLD.places_kept, 0, 0);
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.places_kept > 0 THEN
        PERFORM kith_places_taken(NEW.session_id, NEW.places_kept, NEW.places_kept, 0, 0);
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
DROP FUNCTION groups_in_creche(groups_booking);
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("groups", "0001_tables"), ("whats_on", "0002_guards")]
    operations: ClassVar = [migrations.RunSQL(GUARD, UNGUARD)]
