"""How helplines are reached, who answers, when their source last said so; all of the shipped lines and languages."""

from django.db import migrations, models

from kith.front.rules import OWNER, REVIEW_ON, shipped_helplines


def bring_in(apps, _schema_editor):
    """Put every shipped line in place; what this place has confirmed itself keeps its words."""
    helpline = apps.get_model("front", "Helpline")
    for position, line in enumerate(shipped_helplines(), start=1):
        row = helpline.objects.filter(number=line.number).first() or helpline(
            number=line.number, owner=OWNER, review_on=REVIEW_ON
        )
        row.position, row.way, row.is_automatic = position, line.way, line.is_automatic
        row.source_url, row.stated_on = line.source_url, line.stated_on
        if row.confirmed_on is None:
            row.name, row.purpose, row.hours, row.source = line.name, line.purpose, line.hours, line.source
        row.save()


class Migration(migrations.Migration):
    dependencies = [
        ("front", "0002_national_helplines"),
    ]

    operations = [
        migrations.AddField(
            model_name="helpline",
            name="is_automatic",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="helpline",
            name="source_url",
            field=models.URLField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="helpline",
            name="stated_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="helpline",
            name="way",
            field=models.CharField(choices=[("call", "Call"), ("text", "Text")], default="call", max_length=10),
        ),
        migrations.AddConstraint(
            model_name="helpline",
            constraint=models.CheckConstraint(
                condition=models.Q(("way__in", ["call", "text"])), name="helpline_way_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="helpline",
            constraint=models.CheckConstraint(
                condition=models.Q(("source_url", ""), ("source_url__startswith", "https://"), _connector="OR"),
                name="helpline_source_is_a_link",
            ),
        ),
        migrations.RunPython(bring_in, migrations.RunPython.noop),
    ]
