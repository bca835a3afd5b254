"""Two views that tell a referral service of these columns of a family, and of no others."""

from typing import ClassVar

from django.db import migrations, models

# Row-level security is not asked of the owner, as for the tables; of all others the view asks what a wall would.
_SEEN = """(
    NOT row_security_active('families_parent') OR (SELECT current_setting('kith.viewer', true) = 'open')
    OR kith_is_referred({family}) OR kith_sees_family({family})
    OR {family} = ANY ((SELECT kith_opened_in_emergency())::uuid[]))"""
_VIEWS = f"""
CREATE VIEW referrals_familyparticulars WITH (security_barrier) AS
SELECT p.family_id, p.given_name, p.family_name, p.heard_as, p.phone, p.speaks, p.reads, p.interpreter_need,
    (SELECT e.due_on FROM families_pregnancy e WHERE e.family_id = p.family_id AND e.ended_on IS NULL) AS due_on,
    home.postcode, home.is_temporary AS is_temporary_home
FROM families_parent p LEFT JOIN LATERAL (
    SELECT a.postcode, a.is_temporary FROM families_address a
    WHERE a.family_id = p.family_id
      AND a.from_on <= coalesce(nullif(split_part(current_setting('kith.viewer', true), '|', 9), '')::date, current_date)
    ORDER BY a.from_on DESC LIMIT 1
) AS home ON true
WHERE p.is_main AND {_SEEN.format(family="p.family_id")};

CREATE VIEW referrals_babyparticulars WITH (security_barrier) AS
SELECT b.id, b.family_id, b.name, b.born_on, b.birth_weight_g, b.gestation_days
FROM families_baby b WHERE {_SEEN.format(family="b.family_id")};
"""
_TAKEN_BACK = "DROP VIEW referrals_babyparticulars; DROP VIEW referrals_familyparticulars;"


def _unmanaged(name: str, plural: str, table: str, *fields: tuple[str, models.Field]) -> migrations.CreateModel:
    options = {"managed": False, "db_table": table, "verbose_name_plural": plural, "default_permissions": ()}
    return migrations.CreateModel(name=name, fields=list(fields), options=options)


class Migration(migrations.Migration):
    """The views; they stand on tables of families."""

    dependencies: ClassVar = [("referrals", "0005_walls"), ("families", "0006_names_indexed")]
    operations: ClassVar = [
        migrations.RunSQL(_VIEWS, _TAKEN_BACK),
        _unmanaged(
            "FamilyParticulars",
            "family particulars",
            "referrals_familyparticulars",
            ("family_id", models.UUIDField(primary_key=True, serialize=False)),
            ("given_name", models.CharField(max_length=100)),
            ("family_name", models.CharField(max_length=100)),
            ("heard_as", models.CharField(max_length=400)),
            ("phone", models.CharField(max_length=16)),
            ("speaks", models.CharField(max_length=20)),
            ("reads", models.CharField(max_length=20)),
            ("interpreter_need", models.CharField(max_length=10)),
            ("due_on", models.DateField(null=True)),
            ("postcode", models.CharField(max_length=8, null=True)),
            ("is_temporary_home", models.BooleanField(null=True)),
        ),
        _unmanaged(
            "BabyParticulars",
            "baby particulars",
            "referrals_babyparticulars",
            ("id", models.UUIDField(primary_key=True, serialize=False)),
            ("family_id", models.UUIDField()),
            ("name", models.CharField(max_length=100)),
            ("born_on", models.DateField()),
            ("birth_weight_g", models.PositiveSmallIntegerField(null=True)),
            ("gestation_days", models.PositiveSmallIntegerField(null=True)),
        ),
    ]
