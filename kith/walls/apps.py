"""The walls as a Django application."""

from importlib import import_module

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class WallsConfig(AppConfig):
    """It has no tables; it listens to what is migrated and to every connection that is made."""

    name = "kith.walls"
    label = "walls"

    def ready(self) -> None:
        """Cover what a migration makes; have connections step down and say who asks."""
        # Not plain imports: what they need can only be imported once Django has loaded its applications.
        roles = import_module("kith.walls.roles")
        # Django tells nothing to an application without tables; all are migrated when it tells the platform.
        post_migrate.connect(roles.after_migrating, sender=apps.get_app_config("platform"))
        roles.listen()
        import_module("kith.walls.saying").listen()
