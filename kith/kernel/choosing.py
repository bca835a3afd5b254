"""What is meant by what is typed where a list is offered: a choice by its words, or by some of them."""

from collections.abc import Iterable

from kith.kernel.folding import folded


def chosen(typed: str, offered: Iterable[tuple[str, str]]) -> str:
    """The value whose words are typed, or the only one with all of these; what is typed where none is meant."""
    choices = [(value, folded(words)) for value, words in offered if value]
    words = folded(typed)
    for value, said in choices:
        if words and words in (said, folded(value)):
            return value
    parts = words.split()
    near = [value for value, said in choices if parts and all(f" {part}" in f" {said}" for part in parts)]
    return near[0] if len(near) == 1 else typed.strip()
