from django.db import migrations, models


def unsay(apps, _schema):
    """Take back the price of listings whose feed never said one: they were noted as free."""
    services = apps.get_model("directory", "Service").objects
    services.filter(origin__isnull=False, cost_pence=0).exclude(origin__rest__has_key="cost_options").update(
        cost_pence=None
    )


def say_again(apps, _schema):
    """Note them as free, as before."""
    apps.get_model("directory", "Service").objects.filter(cost_pence=None).update(cost_pence=0)


class Migration(migrations.Migration):
    dependencies = [("directory", "0004_searching")]

    operations = [
        migrations.AlterField("service", "cost_pence", models.PositiveIntegerField(null=True)),
        migrations.RunPython(unsay, say_again),
    ]
