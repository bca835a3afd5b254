"""Some at work see the families entrusted to them alone, and not all that let their organisation in."""

from importlib import import_module
from typing import ClassVar

from django.db import migrations

from kith.walls.raising import question, question_anew

AGREED = import_module("kith.families.migrations.0009_agreements").AGREED
# A room above that entrusts families to people says so in a migration of its own.
ENTRUSTED = "    RETURN '{}';"
SEES_FAMILY = f"""
    IF said[1] = 'parent' THEN
        RETURN family = ANY (said[6]::uuid[]);
    END IF;
    RETURN said[1] = 'staff' AND strpos(said[7], 'see_family') > 0
        AND (strpos(said[7], 'see_all_agreed') > 0 OR family = ANY (kith_entrusted(nullif(said[3], '')::bigint)))
        AND EXISTS (
        SELECT FROM families_consent AS c
        WHERE c.family_id = family AND c.organisation_id = ANY (said[4]::bigint[])
          AND c.purpose IN ('care', 'peer_support') AND c.withdrawn_at IS NULL AND c.renewed_at IS NULL
          AND (c.until_on IS NULL OR c.until_on >= said[9]::date){AGREED});
"""


class Migration(migrations.Migration):
    """A function, and another asked as before."""

    dependencies: ClassVar = [("families", "0009_agreements")]
    operations: ClassVar = [
        question("kith_entrusted", "member bigint", ENTRUSTED, answer="uuid[]"),
        question_anew("kith_sees_family", "family uuid", SEES_FAMILY),
    ]
