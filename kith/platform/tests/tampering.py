"""Ways to falsify the audit as the owner of its tables, the guards switched off."""

import random
from collections.abc import Callable
from uuid import UUID

from django.db import connection

from kith.platform.audit.models import AuditSeal

Tamper = Callable[[random.Random, list[int]], tuple[str, list[object]]]
COLUMNS = "at, kind, actor, account_id, membership_id, action, subject_kind, subject_id, family_id, facts, mac"


def as_owner_without_guards(statement: str, parameters: list[object]) -> None:
    with connection.cursor() as cursor:
        for switch in ("DISABLE", "ENABLE"):
            if switch == "ENABLE":
                for part in statement.split(";"):
                    cursor.execute(part, [parameters.pop(0) for _ in range(part.count("%s"))])
            for table in ("platform_auditentry", "platform_auditseal"):
                cursor.execute(f"ALTER TABLE {table} {switch} TRIGGER USER")


def change(chance: random.Random, ids: list[int]) -> tuple[str, list[object]]:
    column, value = chance.choice(
        [
            ("actor", "parent"),
            ("account_id", 6),
            ("account_id", None),
            ("membership_id", 1),
            ("action", "care.nothing"),
            ("subject_kind", "platform.Other"),
            ("subject_id", "0"),
            ("family_id", UUID(int=4)),
            ("family_id", None),
            ("facts", '{"milestone": "discharge"}'),
            ("facts", "{}"),
            ("kind", "read"),
            ("at", "2026-03-09T10:30:00Z"),
            ("mac", chance.randbytes(48)),
        ]
    )
    return f"UPDATE platform_auditentry SET {column} = %s WHERE id = %s", [value, chance.choice(ids)]


def delete(chance: random.Random, ids: list[int]) -> tuple[str, list[object]]:
    return "DELETE FROM platform_auditentry WHERE id = %s", [chance.choice(ids)]


def insert(chance: random.Random, ids: list[int]) -> tuple[str, list[object]]:
    """A copy of a true entry, code and all, put at another place: before, between or behind the others."""
    gaps = sorted(set(range(min(ids) - 9, max(ids) + 9)) - set(ids))
    place = chance.choice(gaps)
    return (
        f"INSERT INTO platform_auditentry (id, {COLUMNS}) SELECT %s, {COLUMNS} FROM platform_auditentry WHERE id = %s",
        [place, chance.choice(ids)],
    )


def swap(chance: random.Random, ids: list[int]) -> tuple[str, list[object]]:
    one, other = chance.sample(ids, 2)
    return (
        ";".join(["UPDATE platform_auditentry SET id = %s WHERE id = %s"] * 3),
        [-1, one, one, other, other, -1],
    )


def reseal(chance: random.Random, _ids: list[int]) -> tuple[str, list[object]]:
    seal = chance.choice(list(AuditSeal.objects.values_list("pk", flat=True)))
    return chance.choice(
        [
            ("DELETE FROM platform_auditseal WHERE id = %s", [seal]),
            ("UPDATE platform_auditseal SET sealed_at = sealed_at - interval '1 day' WHERE id = %s", [seal]),
            ("UPDATE platform_auditseal SET entry_count = entry_count + 1 WHERE id = %s", [seal]),
            ("UPDATE platform_auditseal SET first_id = first_id - 1000 WHERE id = %s", [seal]),
            ("UPDATE platform_auditseal SET digest = sha256(digest) WHERE id = %s", [seal]),
        ]
    )


def cut_off(_chance: random.Random, _ids: list[int]) -> tuple[str, list[object]]:
    last = AuditSeal.objects.order_by("last_id").last()
    assert last is not None
    return (
        "DELETE FROM platform_auditentry WHERE id >= %s; DELETE FROM platform_auditseal WHERE id = %s",
        [last.first_id, last.pk],
    )


TAMPERS: dict[str, Tamper] = {
    "change": change,
    "delete": delete,
    "insert": insert,
    "swap": swap,
    "reseal": reseal,
    "cut off": cut_off,
}
