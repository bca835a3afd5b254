"""A file is kept with the row it is for, and erased for good."""

import pytest
from django.db import connection, transaction

from kith.files.actions import erase_file, keep_picture
from kith.files.models import File
from kith.files.queries import picture_of, sizes_of
from kith.files.tests.test_pictures import a_picture
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import ANONYMOUS, system_actor

pytestmark = pytest.mark.django_db
BY = system_actor("tests")


def test_a_picture_is_kept_and_erased_with_all_it_holds() -> None:
    file_id = keep_picture(by=BY, content=a_picture())
    found = picture_of(ANONYMOUS, file_id)
    assert found
    assert (found.width, found.height) == (60, 40)
    erase_file(by=BY, file_id=file_id)
    erase_file(by=BY, file_id=file_id)
    assert (picture_of(ANONYMOUS, file_id), sizes_of(ANONYMOUS, [file_id])) == (None, {})
    with connection.cursor() as cursor:
        cursor.execute("SELECT octet_length(content) FROM files_file WHERE id = %s", [file_id])
        assert cursor.fetchone() == (0,)


def test_nothing_is_kept_where_the_row_it_is_for_is_refused() -> None:
    with pytest.raises(Refusal), transaction.atomic():
        keep_picture(by=BY, content=a_picture())
        raise Refusal("photo_without_agreement")
    assert File.objects.count() == 0
