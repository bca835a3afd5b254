"""An interpreter's phone and mailbox, to which their link and codes go."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from kith.interpreting.actions.telling import tell_family_again, tell_interpreter_again
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.models.interpreters import Interpreter
from kith.interpreting.rules.codes import HELD, LIVE
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.kernel.ways import Ways
from kith.platform import audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, Viewer
from kith.platform.private_links import new_token
from kith.ways.kinds import Holder, WayChanged, WayKind, ids_of


def _find(keys: Collection[str], lock: bool) -> Mapping[str, Holder]:
    rows = Interpreter.objects.working().filter(pk__in=ids_of(keys)).order_by("pk")
    found = rows.select_for_update(no_key=True) if lock else rows
    return {str(row.pk): Holder(row.name, row.ways, row.reads) for row in found}


def _kept_by(viewer: Viewer, keys: Collection[str]) -> Collection[str]:
    kept = Interpreter.objects.kept_by(viewer).filter(pk__in=ids_of(keys))
    return {str(pk) for pk in kept.values_list("pk", flat=True)}


def _fault(key: str, ways: Ways) -> Refusal | None:
    if ways.is_empty:
        return Refusal("contact_missing")
    others = Interpreter.objects.working().exclude(pk=int(key)).filter(phone=ways.phone, email=ways.email)
    return Refusal("on_the_list") if others.filter(name=Interpreter.objects.get(pk=int(key)).name).exists() else None


def _write(by: Actor, changed: WayChanged) -> None:
    """Put it down, and close their link, their codes and their opened page; what they were asked is asked anew."""
    row, now = Interpreter.objects.get(pk=int(changed.key)), clock.now()
    setattr(row, changed.way.value, changed.new)
    row.link = new_token()
    row.save(update_fields=[changed.way.value, "link"])
    row.codes.filter(used_at__isnull=True).update(used_at=now)
    row.keys.filter(closed_at__isnull=True).update(closed_at=now)
    audit.record(by, "interpreting.interpreter_keys_closed", row)
    for booking in InterpreterBooking.objects.filter(interpreter=row, state__in=sorted(HELD), ends_at__gt=now):
        tell_interpreter_again(booking, row, new_uuid().hex)


def close_family_links(by: Actor, changed: WayChanged) -> None:
    """Give the family's bookings of interpreters other private links: those sent to the old way open nothing more."""
    assert changed.family_id, "only a parent's ways are followed"
    rows = InterpreterBooking.objects.select_for_update(of=("self",)).select_related("interpreter")
    for row in rows.filter(family_id=changed.family_id).order_by("pk"):
        row.token = new_token()
        row.save(update_fields=["token"])
        audit.record(by, "interpreting.booking_link_closed", row, family_id=changed.family_id)
        if row.state in LIVE and row.ends_at > clock.now():
            tell_family_again(row, new_uuid().hex)


INTERPRETER_WAYS = WayKind(
    code="interpreter",
    words=_("Interpreter"),
    needs=frozenset({Permission.MANAGE_INTERPRETING}),
    told=(Permission.MANAGE_INTERPRETING,),
    find=_find,
    kept_by=_kept_by,
    write=_write,
    fault=_fault,
)
