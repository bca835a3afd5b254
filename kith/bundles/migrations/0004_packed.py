"""A bundle is packed and the family told; dangerous parts are refused by their words in all eight languages."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import kith.platform.codes

# As kith.bundles.rules.parts had it on the day of this migration.
UNSAFE = (
    r"""(?:^|[\s.,;:/()+&0-9·'"“”„«»–-])(?:[وبل]?ال|لل|و|ب)?(?:pillow|duvet|comforter|bumper(?![ -]?(?:pack|"""
    r"""box))|sleep position|wedge|pern(?:[ăae]|i[țţt]|u[țţt])|pilot[ăae]|pl[ăa]pum|cuibu[șşs]|"""
    r"""ap[ăa]r[ăa]toare later|podusz|poduch|ko[łl]d[re]|ochraniacz(?!e? (?:na )?materac)|kokon|pierzyn|"""
    r"""pozycjoner|barkin|barkim|duveet|وساد|وسائد|مخد[ةهات]|لحاف|ألحف|كوكون|تکی[ہےو]|رضائی|بمپر|گھونسل|"""
    r"""বালিশ|বাম্পার|কুশন|ডুভেট|কমফোর্টার|ਸਿਰਹਾਣ|ਤਕੀ[ਆਏ]|ਰਜਾਈ|ਬੰਪਰ|ਆਲ੍ਹਣ|(?:cushions?|quilts?|nests?|pods?|"""
    r"""cuib(?:ul)?|protec[țţt]i[ei]i? lateral[ăae]|gniazdk?o(?! elektr| siec)|jasi(?:ek|ki)|klin|buul|عش|"""
    r"""مصد(?:ات)?|کشن|نیسٹ|লেপ|নেস্ট|পড|ਨੈਸਟ|ਪੌਡ)(?=[\s.,;:/()+&0-9·'"“”„«»–-]|$))"""
)
PARTS = r"""
CREATE FUNCTION bundles_part_is_safe() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM stores_stockitem WHERE id IN (NEW.item_id, NEW.substitute_id) AND name ~* $words$UNSAFE$words$)
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
CREATE FUNCTION bundles_name_is_safe() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.name ~* $words$UNSAFE$words$
        AND EXISTS (SELECT FROM bundles_bundlepart WHERE NEW.id IN (item_id, substitute_id)) THEN
        RAISE EXCEPTION 'a pillow, duvet, bumper or nest is no part of a bundle' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER bundles_name_is_safe BEFORE UPDATE OF name ON stores_stockitem
    FOR EACH ROW EXECUTE FUNCTION bundles_name_is_safe();
""".replace("UNSAFE", UNSAFE)
UNGUARDED = """
DROP TRIGGER bundles_part_is_safe ON bundles_bundlepart;
DROP FUNCTION bundles_part_is_safe();
DROP TRIGGER bundles_name_is_safe ON stores_stockitem;
DROP FUNCTION bundles_name_is_safe();
"""


class Migration(migrations.Migration):
    """Three columns, and the words of what is dangerous."""

    dependencies: ClassVar = [("bundles", "0003_walls"), ("stores", "0004_counts")]
    operations: ClassVar = [
        migrations.AddField("bundlerequest", "packed_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "bundlerequest",
            "packed_in",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stores.store"
            ),
        ),
        migrations.AddField(
            "bundlerequest",
            "told",
            kith.platform.codes.CodeColumn(["approved", "ready", "on_its_way"], blank=True),
        ),
        migrations.AddConstraint(
            "bundlerequest",
            models.CheckConstraint(
                condition=models.Q(packed_at__isnull=True, packed_in__isnull=True)
                | models.Q(packed_at__isnull=False, packed_in__isnull=False),
                name="bundle_packed_somewhere",
            ),
        ),
        migrations.RunSQL(PARTS, UNGUARDED),
    ]
