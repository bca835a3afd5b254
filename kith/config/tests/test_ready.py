"""What another release has laid out is named and left alone."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from kith.config import ready
from kith.platform.laid_out import laid_out_by_another
from local.up.trouble import LAID_OUT_BY_ANOTHER

pytestmark = pytest.mark.django_db
SEEN = "INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, now())"


def plant(app: str, name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(SEEN, [app, name])


def test_a_database_of_this_release_is_nobody_elses() -> None:
    assert laid_out_by_another(connection) == []


def test_a_library_that_has_gone_is_no_other_kith() -> None:
    plant("waffle", "0001_initial")
    assert laid_out_by_another(connection) == []


def test_a_room_that_there_once_was_is_another_kiths() -> None:
    plant("care", "0012_words_of_steps_erased")
    assert laid_out_by_another(connection) == ["care.0012_words_of_steps_erased"]


def test_what_another_release_laid_out_is_refused_in_words_and_nothing_is_migrated() -> None:
    plant("families", "0007_day_corrections")
    with pytest.raises(CommandError, match=r"families\.0007_day_corrections and 0 more .* empty database"):
        call_command("migrate", verbosity=0)
    with pytest.raises(SystemExit) as ended:
        ready.main()
    assert ended.value.code == LAID_OUT_BY_ANOTHER
