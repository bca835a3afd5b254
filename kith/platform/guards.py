"""Guards that a room's migration puts before its histories, so that the database itself keeps what was written."""

from collections.abc import Iterable

from django.db import migrations

# Created by the platform's own migration; a room's migration depends on it.
GUARDED_SINCE = ("platform", "0003_histories_only_grow")


def only_grows(table: str, *, may_change: Iterable[str] = ()) -> migrations.RunSQL:
    """Let rows be added to the table, never deleted, and changed in these columns alone.

    What may change is what the history itself writes later: that an answer counts no more, that a consent ended, or
    that a record was merged and its rows belong to another family.
    """
    named = ", ".join(f"'{column}'" for column in may_change)
    return migrations.RunSQL(
        f"CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION kith_only_grows({named})",
        f"DROP TRIGGER only_grows ON {table}",
    )
