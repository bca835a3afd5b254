"""A file that is made while others write is of one moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections, transaction

from kith.platform.sign_in.models import Account
from kith.walls.snapshots import one_snapshot
from testing.people import account

pytestmark = pytest.mark.django_db(transaction=True)


def counted_before_and_after_another_writes():
    def write():
        try:
            account()
        finally:
            connections.close_all()

    before = Account.objects.count()
    with ThreadPoolExecutor(1) as other:
        other.submit(write).result()
    return before, Account.objects.count()


def test_what_others_write_meanwhile_is_not_in_it():
    with one_snapshot():
        before, after = counted_before_and_after_another_writes()
    assert before == after


def test_the_control_without_it_half_of_the_file_would_be_newer():
    with transaction.atomic():
        before, after = counted_before_and_after_another_writes()
    assert after == before + 1
