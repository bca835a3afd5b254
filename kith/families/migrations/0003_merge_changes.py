"""What a merge did to a row is called a change."""

from django.db import migrations


class Migration(migrations.Migration):
    """Rename the column."""

    dependencies = [("families", "0002_guards")]
    operations = [migrations.RenameField(model_name="mergestep", old_name="deed", new_name="change")]
