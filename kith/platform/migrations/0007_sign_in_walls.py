"""The walls of what is read to find out who asks: sessions, accounts, and the ways by which people sign in."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [
        ("platform", "0006_audit_by_time"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]
    operations: ClassVar = [
        raised(
            "platform",
            "django_session",
            "platform_account",
            "account_emailaddress",
            "account_emailconfirmation",
            "mfa_authenticator",
            "socialaccount_socialaccount",
            "socialaccount_socialtoken",
        ),
    ]
