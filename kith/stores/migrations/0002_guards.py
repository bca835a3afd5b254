"""Levels follow from movements alone; what was given never comes back; nothing expired or called back is given."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows
from kith.walls.raising import sees_all

GUARD = """
CREATE FUNCTION stores_keep_level() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    pieces stores_batch%ROWTYPE;
BEGIN
    SELECT * INTO pieces FROM stores_batch WHERE id = NEW.batch_id;
    IF pieces.recalled_at IS NOT NULL AND NEW.kind NOT IN ('lost', 'found', 'discarded') THEN
        RAISE EXCEPTION 'this batch is called back' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.kind = 'given' AND pieces.expires_on < (NEW.at AT TIME ZONE 'Europe/London')::date THEN
        RAISE EXCEPTION 'this batch has expired' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO stores_stocklevel (store_id, batch_id) VALUES (NEW.store_id, NEW.batch_id)
        ON CONFLICT (store_id, batch_id) DO NOTHING;
    UPDATE stores_stocklevel SET
        bought = bought + CASE WHEN NEW.kind IN ('bought', 'donated') THEN NEW.count ELSE 0 END,
        moved = moved - CASE WHEN NEW.kind = 'moved' THEN NEW.count ELSE 0 END,
        given = given + CASE WHEN NEW.kind = 'given' THEN NEW.count ELSE 0 END,
        lost = lost + CASE NEW.kind WHEN 'lost' THEN NEW.count WHEN 'found' THEN -NEW.count ELSE 0 END,
        discarded = discarded + CASE WHEN NEW.kind = 'discarded' THEN NEW.count ELSE 0 END
    WHERE store_id = NEW.store_id AND batch_id = NEW.batch_id;
    IF NEW.kind = 'moved' THEN
        INSERT INTO stores_stocklevel (store_id, batch_id) VALUES (NEW.to_store_id, NEW.batch_id)
            ON CONFLICT (store_id, batch_id) DO NOTHING;
        UPDATE stores_stocklevel SET moved = moved + NEW.count
        WHERE store_id = NEW.to_store_id AND batch_id = NEW.batch_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER stores_keep_level AFTER INSERT ON stores_stockmove
    FOR EACH ROW EXECUTE FUNCTION stores_keep_level();

CREATE FUNCTION stores_level_by_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION 'stock changes by a movement alone: add one' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.given < OLD.given THEN
        RAISE EXCEPTION 'what a family was given never comes back' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stores_level_by_moves BEFORE INSERT OR UPDATE OR DELETE ON stores_stocklevel
    FOR EACH ROW EXECUTE FUNCTION stores_level_by_moves();
"""
UNGUARD = """
DROP TRIGGER stores_level_by_moves ON stores_stocklevel;
DROP FUNCTION stores_level_by_moves();
DROP TRIGGER stores_keep_level ON stores_stockmove;
DROP FUNCTION stores_keep_level();
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("stores", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        migrations.RunSQL(GUARD, UNGUARD),
        sees_all("stores_keep_level"),
        only_grows("stores_stockmove", may_change=("family_id",)),
    ]
