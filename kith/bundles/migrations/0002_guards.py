"""A dangerous thing is never part of a bundle; what is given was on a shelf; histories only grow."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows

SAFE = r"""
CREATE FUNCTION bundles_part_is_safe() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM stores_stockitem WHERE id IN (NEW.item_id, NEW.substitute_id) AND name ~*
        '\m(pillow|cushion|duvet|quilt|comforter|bumper|nest|pod|sleep positioner|wedge|pernă|pilotă|poduszka|kołdra|gniazdko|ochraniacz)(s|es)?\M')
    THEN
        RAISE EXCEPTION 'a pillow, duvet, bumper or nest is no part of a bundle' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM stores_stockitem AS i JOIN bundles_bundle AS b ON b.id = NEW.bundle_id
        WHERE i.id IN (NEW.item_id, NEW.substitute_id) AND i.organisation_id <> b.organisation_id) THEN
        RAISE EXCEPTION 'a part is a thing of the same organisation' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER bundles_part_is_safe BEFORE INSERT OR UPDATE ON bundles_bundlepart
    FOR EACH ROW EXECUTE FUNCTION bundles_part_is_safe();
"""
UNSAFE = """
DROP TRIGGER bundles_part_is_safe ON bundles_bundlepart;
DROP FUNCTION bundles_part_is_safe();
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("bundles", "0001_tables"), ("stores", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [migrations.RunSQL(SAFE, UNSAFE), only_grows("bundles_bundlerequeststep")]
