"""Words in the reader's language, and honesty about which language they are in."""

from kith.platform.i18n.texts import LocalText, in_language

__all__ = ["LocalText", "in_language"]
