"""What a place chooses for itself: each change says why, and stays in the history."""

from collections.abc import Mapping

from django.db import connection

from kith.kernel import clock
from kith.kernel.choices import DECLARED, PlaceSetting
from kith.kernel.choices.reading import value_of
from kith.kernel.contrast import too_close
from kith.kernel.refusal import Refusal
from kith.places.models import SettingChange
from kith.platform import audit, freshness
from kith.platform.access import NotFound, require
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action

LONGEST_WHY = 400


@action
def change_setting(*, by: Actor, key: str, given: object, why: str, seen: int) -> None:
    """Choose another value for one setting, from the next page on; refused where it was changed since it was seen.

    ``seen`` is the number of the newest change that was shown, 0 for none. What holds already changes nothing.
    """
    require(by, Permission.ADMINISTER_PLACE)
    setting = DECLARED.get(key)
    if setting is None:
        raise NotFound("setting")
    value = value_of(setting, given)
    _one_at_a_time(key)
    newest = _newest(key)
    if (newest.pk if newest else 0) != seen:
        raise Refusal("setting_changed_meanwhile")
    if colours := too_close({key.removeprefix("colour."): str(value)} if key.startswith("colour.") else {}):
        raise Refusal("colour_not_readable", words="; ".join(each.words for each in colours))
    if not why.strip():
        raise Refusal("setting_needs_a_reason")
    if _holds(setting, newest, value):
        return
    _write(by, setting, value, why)


@action
def choose_settings(*, by: Actor, values: Mapping[str, object], why: str) -> None:
    """Choose several at once, as a place begins; what is the default already is left out."""
    require(by, Permission.ADMINISTER_PLACE)
    for key, given in values.items():
        setting = DECLARED[key]
        value = value_of(setting, given)
        if not _holds(setting, _newest(key), value):
            _write(by, setting, value, why)


def _one_at_a_time(key: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"setting {key}"])


def _holds(setting: PlaceSetting[object], newest: SettingChange | None, value: object) -> bool:
    there = newest.value if newest else setting.default
    return (tuple(there) if isinstance(there, list) else there) == value


def _newest(key: str) -> SettingChange | None:
    return SettingChange.objects.filter(key=key).order_by("-pk").first()


def _write(by: Actor, setting: PlaceSetting[object], value: object, why: str) -> None:
    said = {"key": setting.key, "value": value, "why": why.strip()[:LONGEST_WHY], "at": clock.now()}
    row = SettingChange.objects.create(membership_id=by.membership_id, **said)
    audit.record(by, "places.setting_changed", row, key=setting.key)
    freshness.invalidate()
