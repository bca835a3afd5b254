"""Gathering what `kith doctor` goes by, from the settings, the database and the folder of the place."""

from __future__ import annotations

import socket
from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from kith.config.backups import BackupNotes, when
from kith.config.env import KithSettings
from kith.founding.rules.doctor import PlaceState
from kith.kernel import clock
from kith.kernel.choices import place
from kith.kernel.contrast import JOBS, too_close
from kith.library.queries.signs_desk import signs_troubles
from kith.organisations.checking import last_check
from kith.organisations.queries.people import organisation_cards, people_who, work_emails
from kith.places.chosen import own, renew_choices
from kith.platform.access.permissions import Permission
from kith.walls.roles import WEB, WORKER, missing_roles
from local.postgres import letters

PATIENCE = 5.0
PORTS = {"smtps": 465, "smtp": 587}
DEFAULT_SENDER = "kith@localhost.invalid"
NOTHING: Mapping[str, Any] = {
    "kind": None,
    "begun_at": None,
    "risky_roles": (),
    "missing_roles": "",
    "administrators": 0,
    "administrators_with_second_factor": 0,
    "areas": 0,
    "wards": 0,
    "postcodes": 0,
    "worker_at": None,
    "audit_faults": None,
    "audit_checked_at": None,
    "signs_to_see_to": 0,
    "organisations": 0,
}
_SERVER = "SELECT now(), (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)"
_COUNTS = """
SELECT (SELECT begun_at FROM places_place), (SELECT cardinality(areas) FROM places_place),
       (SELECT count(*) FROM places_area WHERE level = 'ward'), (SELECT count(*) FROM places_postcode),
       (SELECT max(last_heartbeat) FROM procrastinate_workers)
"""
_RISKY = "SELECT rolname FROM pg_roles WHERE rolname = ANY (%s) AND (rolsuper OR rolbypassrls) ORDER BY 1"


def place_state() -> PlaceState:
    """How the place stands now; of a database that is not laid out only what can be known of it."""
    pending, is_empty = _pending()
    at, is_superuser = _row(_SERVER)
    found = NOTHING if pending else _of_tables()
    return PlaceState(
        now=clock.now(),
        is_demonstration=settings.KITH.demonstration,
        pending_migrations=pending,
        is_empty=is_empty,
        letters_are_dropped=bool(_row(letters.ARE_DROPPED_HERE)[0]),
        database_clock=at,
        owner_is_superuser=bool(is_superuser),
        **_of_settings(settings.KITH),
        **found,
    )


def _pending() -> tuple[int, bool]:
    """How many steps of this release the database lacks, and whether it has none at all."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    return len(executor.migration_plan(loader.graph.leaf_nodes())), not loader.applied_migrations


def _of_tables() -> Mapping[str, Any]:
    renew_choices()
    there, checked = own(), last_check()
    begun_at, area_count, wards, postcodes, worker_at = _row(_COUNTS)
    people = people_who(Permission.ADMINISTER_PLACE)
    return {
        "kind": there.kind,
        "begun_at": begun_at,
        "risky_roles": _risky(),
        "missing_roles": missing_roles(connection),
        "administrators": len(people),
        "administrators_with_second_factor": _with_second_factor(
            list(work_emails([each.id for each in people]).values())
        ),
        "areas": area_count or 0,
        "wards": wards,
        "postcodes": postcodes,
        "worker_at": worker_at,
        "audit_faults": checked.fault_count if checked else None,
        "audit_checked_at": checked.at if checked else None,
        "signs_to_see_to": len(signs_troubles()),
        "organisations": len(organisation_cards()),
    }


def _of_settings(kith: KithSettings) -> Mapping[str, Any]:
    notes = BackupNotes(kith.place_var).read()
    url = kith.email_url.get_secret_value() if kith.email_url else ""
    colours = dict(zip(JOBS, (place.BRAND.now, place.BUTTON.now, place.LINK.now), strict=True))
    return {
        "maternity_phone": place.MATERNITY_PHONE.now,
        "languages": tuple(place.LANGUAGES.now),
        "unreadable_colours": tuple(pair.words for pair in too_close(colours)),
        "sends_texts": place.MESSAGES.now == place.MAIL_AND_NOTIFY,
        "has_mail_server": bool(url),
        "mail_trouble": _trouble_of(url) if url and not kith.demonstration else "",
        "has_notify": kith.notify_key is not None,
        "has_text_template": bool(kith.notify_text_template),
        "has_own_sender": kith.email_from != DEFAULT_SENDER,
        "backed_up_at": when(notes.get("made")),
        "proven_at": when(notes.get("proven")),
    }


def _with_second_factor(emails: Collection[str]) -> int:
    own_factors = Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES)
    return int(own_factors.filter(user__email__in=list(emails)).values("user_id").distinct().count())


def _risky() -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_RISKY, [[WEB, WORKER]])
        return tuple(name for (name,) in cursor.fetchall())


def _trouble_of(url: str) -> str:
    """Why the mail server cannot be reached; empty where it takes a connection."""
    parts = urlsplit(url)
    try:
        address = parts.hostname or "localhost", parts.port or PORTS.get(parts.scheme, 587)
        socket.create_connection(address, timeout=PATIENCE).close()
    except OSError as error:
        return f"{parts.hostname}: {error.strerror or error}"
    return ""


def _row(question: str) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        found: tuple[Any, ...] = cursor.fetchone()
    return found
