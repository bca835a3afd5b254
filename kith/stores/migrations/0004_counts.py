"""What persons count on a shelf, why a movement makes up for a difference, and when a store runs low."""

from typing import Any, ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import kith.platform.codes
from kith.platform.guards import only_grows

GUARD = """
CREATE FUNCTION stores_count_is_there() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM stores_stocklevel WHERE store_id = NEW.store_id AND batch_id = NEW.batch_id
        AND on_hand = NEW.seen) THEN
        RAISE EXCEPTION 'what was counted is not what stands there: a movement makes up for the difference'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stores_count_is_there BEFORE INSERT ON stores_stockcount
    FOR EACH ROW EXECUTE FUNCTION stores_count_is_there();
"""
UNGUARD = """
DROP TRIGGER stores_count_is_there ON stores_stockcount;
DROP FUNCTION stores_count_is_there();
"""
OWN_KEY = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))
CORRECTS = ("lost", "found", "discarded")


def _of(to: str, *, related_name: str = "+", null: bool = False) -> Any:
    protect = django.db.models.deletion.PROTECT
    return models.ForeignKey(on_delete=protect, related_name=related_name, to=to, null=null)


class Migration(migrations.Migration):
    """Two tables, a column, and the trigger of counts."""

    dependencies: ClassVar = [("organisations", "0010_account_walls"), ("stores", "0003_walls")]
    operations: ClassVar = [
        migrations.AddField(
            "stockmove",
            "why",
            kith.platform.codes.CodeColumn(["not_noted", "gone", "miscounted"], blank=True),
        ),
        migrations.AddConstraint(
            "stockmove",
            models.CheckConstraint(
                condition=Q(why="") | Q(kind__in=CORRECTS), name="stock_move_differs_where_corrected"
            ),
        ),
        migrations.CreateModel(
            name="StockCount",
            fields=[
                OWN_KEY,
                ("expected", models.PositiveIntegerField()),
                ("seen", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("request_key", models.UUIDField(unique=True)),
                ("batch", _of("stores.batch")),
                ("membership", _of("organisations.membership", null=True)),
                (
                    "move",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="stores.stockmove",
                    ),
                ),
                ("store", _of("stores.store")),
            ],
            options={
                "indexes": [models.Index(fields=["store", "-at"], name="stock_count_of_store")],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(seen=F("expected"), move__isnull=True)
                        | (~Q(seen=F("expected")) & Q(move__isnull=False)),
                        name="stock_count_difference_moves",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StoreThreshold",
            fields=[
                OWN_KEY,
                ("low_below", models.PositiveSmallIntegerField()),
                ("item", _of("stores.stockitem")),
                ("store", _of("stores.store", related_name="thresholds")),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("store", "item"), name="store_threshold_once")]},
        ),
        migrations.RunSQL(GUARD, UNGUARD),
        only_grows("stores_stockcount"),
    ]
