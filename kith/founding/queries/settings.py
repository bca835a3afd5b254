"""The place's settings as its administrator sees them: what holds, since when, why, and by whose source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from kith.founding.wording import GROUPS, value_words
from kith.kernel.choices import DECLARED, PlaceSetting
from kith.organisations.queries.people import membership_cards
from kith.places.queries import Chosen, choices_of, newest_choices
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer

Setting = PlaceSetting[object]


@dataclass(frozen=True)
class SettingLine:
    """One setting: what holds, and what holds unless the place chooses."""

    setting: Setting
    value: str
    default: str
    changed_at: datetime | None

    @property
    def is_default(self) -> bool:
        """Whether the default holds."""
        return self.value == self.default


@dataclass(frozen=True)
class SettingGroup:
    """The settings of one subject."""

    name: str
    lines: tuple[SettingLine, ...]


@dataclass(frozen=True)
class HistoryLine:
    """One change: when, what it became, why, and the name of the person (empty: Kith itself, as the place began)."""

    at: datetime
    value: str
    why: str
    name: str


@dataclass(frozen=True)
class SettingPage:
    """One setting with its history; ``seen`` is the number of its newest change."""

    line: SettingLine
    value: object
    seen: int
    history: tuple[HistoryLine, ...]


def place_settings(viewer: Viewer) -> list[SettingGroup]:
    """Every setting of the place, by subject."""
    newest = newest_choices(viewer)
    lines = [_line(each, newest.get(each.key)) for each in _in_order()]
    return [
        SettingGroup(str(GROUPS[subject]), tuple(of_subject))
        for subject, of_subject in groupby(lines, key=lambda line: _subject(line.setting))
    ]


def setting_page(viewer: Viewer, key: str) -> SettingPage:
    """One setting, and all that was ever chosen for it."""
    setting = DECLARED.get(key)
    if setting is None:
        raise NotFound("setting")
    changes = choices_of(viewer, key)
    newest = changes[0] if changes else None
    people = membership_cards([each.membership_id for each in changes if each.membership_id])
    history = tuple(
        HistoryLine(
            each.at,
            value_words(setting, each.value),
            each.why,
            people[each.membership_id].name if each.membership_id in people else "",
        )
        for each in changes
    )
    return SettingPage(
        _line(setting, newest), newest.value if newest else setting.now, newest.number if newest else 0, history
    )


def _in_order() -> Iterable[Setting]:
    subjects = list(GROUPS)
    return sorted(DECLARED.values(), key=lambda setting: subjects.index(_subject(setting)))


def _subject(setting: Setting) -> str:
    return setting.key.partition(".")[0]


def _line(setting: Setting, newest: Chosen | None) -> SettingLine:
    value = newest.value if newest else setting.now
    return SettingLine(
        setting, value_words(setting, value), value_words(setting, setting.default), newest.at if newest else None
    )
