"""Words in the reader's language, and honesty about which language they are in."""

from kith.platform.i18n.checking import checked_by
from kith.platform.i18n.texts import LocalText, in_language

__all__ = ["LocalText", "checked_by", "in_language"]
