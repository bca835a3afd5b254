"""Administrators see the accounts of those they look after: who has signed in, and who has a second factor."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import question, raised

ADMINISTERS = """
    RETURN strpos(said[7], 'administer_place') > 0 OR strpos(said[7], 'administer') > 0 AND EXISTS (
        SELECT 1 FROM organisations_membership AS m
        WHERE m.account_id = account AND m.organisation_id = ANY (said[4]::bigint[]));
"""


class Migration(migrations.Migration):
    """A function, and policies beside those of the platform."""

    dependencies: ClassVar = [("organisations", "0009_shut_out"), ("platform", "0007_sign_in_walls")]
    operations: ClassVar = [
        question("kith_administers", "account bigint", ADMINISTERS),
        raised("organisations", "platform_account", "mfa_authenticator"),
    ]
