import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models
from django.db.models import F, Q

import kith.directory.models.nearness
from kith.directory.rules import folded

# Whoever writes a service (or, in a migration of its own, a session) leaves a meeting place behind.
MEETS_AT = """
CREATE FUNCTION kith_meets_at(which_service bigint, which_venue bigint) RETURNS void LANGUAGE sql
BEGIN ATOMIC
    INSERT INTO directory_meetingplace (service_id, venue_id)
    SELECT which_service, which_venue WHERE which_service IS NOT NULL AND which_venue IS NOT NULL
    ON CONFLICT DO NOTHING;
END;
CREATE FUNCTION directory_note_venue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM kith_meets_at(NEW.id, NEW.venue_id);
    RETURN NULL;
END $$;
CREATE TRIGGER directory_note_venue AFTER INSERT OR UPDATE OF venue_id ON directory_service
    FOR EACH ROW EXECUTE FUNCTION directory_note_venue();
INSERT INTO directory_meetingplace (service_id, venue_id)
    SELECT id, venue_id FROM directory_service WHERE venue_id IS NOT NULL;
"""
UNDONE = """
DROP TRIGGER directory_note_venue ON directory_service;
DROP FUNCTION directory_note_venue();
DROP FUNCTION kith_meets_at(bigint, bigint);
"""


def fold_anew(apps, _schema):
    """Fold the words of every service as words are folded now: more scripts than before."""
    services = apps.get_model("directory", "Service").objects
    for row in services.iterator():
        texts = (row.name, row.summary, row.what_happens, row.who_is_welcome)
        services.filter(pk=row.pk).update(
            search_text=folded(" ".join(text for each in texts for text in each.values()))
        )


def _age(name):
    return migrations.AddField("service", name, models.PositiveSmallIntegerField(null=True))


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_feeds")]

    operations = [
        TrigramExtension(),
        migrations.AddField("service", "before_birth", models.BooleanField(default=True)),
        migrations.AddField("service", "cost_note", models.JSONField(default=dict)),
        migrations.AddField("service", "how_to_refer", models.JSONField(default=dict)),
        _age("youngest_months"),
        _age("oldest_months"),
        migrations.AddConstraint(
            "service",
            models.CheckConstraint(
                condition=Q(youngest_months__isnull=True)
                | Q(oldest_months__isnull=True)
                | Q(oldest_months__gt=F("youngest_months")),
                name="service_ages_are_a_span",
            ),
        ),
        migrations.RunPython(fold_anew, migrations.RunPython.noop),
        migrations.AddIndex(
            "service", django.contrib.postgres.indexes.GinIndex(fields=["needs"], name="service_by_need")
        ),
        migrations.AddIndex(
            "service",
            django.contrib.postgres.indexes.GinIndex(
                fields=["search_text"], name="service_by_words", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddIndex(
            "service",
            models.Index(condition=Q(withdrawn_on=None), fields=["review_due_on"], name="service_by_review"),
        ),
        migrations.AddIndex(
            "venue",
            django.contrib.postgres.indexes.GistIndex(
                kith.directory.models.nearness.Point(
                    django.db.models.expressions.CombinedExpression(F("lon"), "*", models.Value(0.61)), F("lat")
                ),
                name="venue_by_nearness",
            ),
        ),
        migrations.AddIndex("venue", models.Index(fields=["review_due_on"], name="venue_by_review")),
        migrations.CreateModel(
            name="MeetingPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meeting_places",
                        to="directory.service",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meeting_places",
                        to="directory.venue",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("service", "venue"), name="meeting_place_once")],
            },
        ),
        migrations.RunSQL(MEETS_AT, UNDONE),
    ]
