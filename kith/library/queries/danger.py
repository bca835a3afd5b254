"""Words of danger in a typed search."""

from functools import cache

from kith.kernel.danger import Subject
from kith.library.rules import danger
from kith.library.rules.danger_files import load_danger_words


def danger_in(typed: str) -> Subject | None:
    """Whose danger is heard in these words, in whatever language; None for everyday words."""
    return danger.danger_in(typed, danger_words()) if typed.strip() else None


@cache
def danger_words() -> danger.DangerWords:
    """The words of all languages, read once: about a third of a second, so the web server does it as it starts."""
    return load_danger_words()
