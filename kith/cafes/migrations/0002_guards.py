"""A trigger: which one-to-one times are taken stands on the time itself, for all who see no turn."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import sees_all

GUARD = """
CREATE FUNCTION cafes_note_taken() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed bigint := coalesce(NEW.session_id, OLD.session_id);
BEGIN
    UPDATE cafes_onetoonetime SET taken = coalesce(
        (SELECT array_agg(slot ORDER BY slot) FROM cafes_turn
         WHERE session_id = changed AND slot IS NOT NULL AND state NOT IN ('left', 'given_back')), '{}')
    WHERE session_id = changed;
    RETURN NULL;
END $$;
CREATE TRIGGER cafes_note_taken
    AFTER INSERT OR DELETE OR UPDATE OF state, slot ON cafes_turn
    FOR EACH ROW EXECUTE FUNCTION cafes_note_taken();
"""
UNGUARD = """
DROP TRIGGER cafes_note_taken ON cafes_turn;
DROP FUNCTION cafes_note_taken();
"""


class Migration(migrations.Migration):
    """A trigger."""

    dependencies: ClassVar = [("cafes", "0001_tables")]
    operations: ClassVar = [migrations.RunSQL(GUARD, UNGUARD), sees_all("cafes_note_taken")]
