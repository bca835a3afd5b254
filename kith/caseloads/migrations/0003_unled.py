"""Families without a lead, kept by triggers."""

from typing import ClassVar

from django.db import migrations, models

KEPT = """
CREATE FUNCTION caseloads_note_unled(which uuid) RETURNS void LANGUAGE sql AS $$
    DELETE FROM caseloads_unled WHERE family_id = which
        AND EXISTS (SELECT FROM caseloads_namedlead WHERE family_id = which AND until_at IS NULL);
    INSERT INTO caseloads_unled (family_id, registered_at)
        SELECT id, registered_at FROM families_family WHERE id = which
            AND NOT EXISTS (SELECT FROM caseloads_namedlead WHERE family_id = which AND until_at IS NULL)
        ON CONFLICT DO NOTHING;
$$;
CREATE FUNCTION caseloads_lead_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN PERFORM caseloads_note_unled(OLD.family_id); END IF;
    IF TG_OP <> 'DELETE' THEN PERFORM caseloads_note_unled(NEW.family_id); END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER caseloads_lead_changes AFTER INSERT OR DELETE OR UPDATE OF until_at, family_id ON caseloads_namedlead
    FOR EACH ROW EXECUTE FUNCTION caseloads_lead_changes();

CREATE FUNCTION caseloads_family_comes_or_goes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM caseloads_unled WHERE family_id = OLD.id;
    ELSE
        INSERT INTO caseloads_unled (family_id, registered_at) VALUES (NEW.id, NEW.registered_at)
            ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER caseloads_family_comes_or_goes AFTER INSERT OR DELETE ON families_family
    FOR EACH ROW EXECUTE FUNCTION caseloads_family_comes_or_goes();

INSERT INTO caseloads_unled (family_id, registered_at)
    SELECT id, registered_at FROM families_family f
    WHERE NOT EXISTS (SELECT FROM caseloads_namedlead l WHERE l.family_id = f.id AND l.until_at IS NULL);
"""
KEPT_NO_MORE = """
DROP TRIGGER caseloads_family_comes_or_goes ON families_family;
DROP FUNCTION caseloads_family_comes_or_goes();
DROP TRIGGER caseloads_lead_changes ON caseloads_namedlead;
DROP FUNCTION caseloads_lead_changes();
DROP FUNCTION caseloads_note_unled(uuid);
"""


class Migration(migrations.Migration):
    """A table, and the triggers that write it."""

    dependencies: ClassVar = [("caseloads", "0002_guards"), ("families", "0002_guards")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Unled",
            fields=[
                ("family_id", models.UUIDField(primary_key=True, serialize=False)),
                ("registered_at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "unled",
                "indexes": [models.Index(fields=["-registered_at", "family_id"], name="unled_newest_first")],
            },
        ),
        migrations.RunSQL(KEPT, KEPT_NO_MORE),
    ]
