"""What was typed for a setting, made a value of its kind; a Refusal says why it cannot be."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from kith.kernel import phone
from kith.kernel.choices import Kind, PlaceSetting
from kith.kernel.refusal import Refusal

BRITISH = "+44"
LONGEST = 200
_COLOUR = re.compile(r"#[0-9a-f]{6}")
Setting = PlaceSetting[object]


def value_of(setting: Setting, given: object) -> object:
    """The value, of the setting's kind and within its range; empty text where a text is taken back."""
    return _READERS[setting.kind](setting, given)


def is_british(number: str) -> bool:
    """Whether a number in international form is rung in the United Kingdom as it stands."""
    return number.startswith(BRITISH)


def _number(setting: Setting, given: object) -> float:
    if isinstance(given, bool):
        raise Refusal("setting_not_a_number")
    try:
        found = float(str(given).strip().replace(",", "."))
    except ValueError:
        raise Refusal("setting_not_a_number") from None
    if not setting.least <= found <= setting.most:
        raise Refusal("setting_out_of_range", least=setting.least, most=setting.most)
    return found


def _whole(setting: Setting, given: object) -> object:
    found = _number(setting, given)
    if found != int(found):
        raise Refusal("setting_not_a_number")
    return int(found)


def _text(_setting: Setting, given: object) -> object:
    words = " ".join(str(given).split())
    if len(words) > LONGEST or not words.isprintable():
        raise Refusal("setting_too_long", most=LONGEST)
    return words


def _phone(_setting: Setting, given: object) -> object:
    if not str(given).strip():
        return ""
    try:
        number = phone.parse(str(given))
    except ValueError:
        raise Refusal("setting_not_a_number_to_ring") from None
    if not is_british(number):
        raise Refusal("setting_not_a_number_to_ring")
    return number


def _page(setting: Setting, given: object) -> object:
    words = str(_text(setting, given))
    if words and (urlsplit(words).scheme != "https" or not urlsplit(words).hostname):
        raise Refusal("setting_not_a_page")
    return words


def _colour(_setting: Setting, given: object) -> object:
    words = str(given).strip().lower()
    if words and not _COLOUR.fullmatch(words):
        raise Refusal("setting_not_a_colour")
    return words


def _yes_no(_setting: Setting, given: object) -> object:
    known = {"yes": True, "true": True, "no": False, "false": False}
    found = known.get(str(given).strip().lower())
    if found is None:
        raise Refusal("setting_not_yes_or_no")
    return found


def _one_of(setting: Setting, given: object) -> object:
    if given not in setting.options:
        raise Refusal("setting_not_an_option", options=", ".join(setting.options))
    return given


def _some_of(setting: Setting, given: object) -> object:
    many = [given] if isinstance(given, str) else list(given) if isinstance(given, list | tuple) else []
    if not many or set(many) - set(setting.options):
        raise Refusal("setting_not_an_option", options=", ".join(setting.options))
    return tuple(each for each in setting.options if each in many)


_READERS: Mapping[Kind, Callable[[Setting, object], object]] = {
    Kind.WHOLE: _whole,
    Kind.SHARE: _number,
    Kind.TIMES: _number,
    Kind.TEXT: _text,
    Kind.PHONE: _phone,
    Kind.PAGE: _page,
    Kind.COLOUR: _colour,
    Kind.YES_NO: _yes_no,
    Kind.ONE_OF: _one_of,
    Kind.SOME_OF: _some_of,
}
