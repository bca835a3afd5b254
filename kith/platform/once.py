"""What a page that only reads asks once: the same question gets the answer it has had while the page was made."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Answer = TypeVar("Answer")
Key = TypeVar("Key", bound=Hashable)
_answers: ContextVar[dict[Hashable, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def asked_once() -> Iterator[None]:
    """Inside the block each question is answered once: for a page that only reads."""
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def once(question: Hashable, ask: Callable[[], Answer]) -> Answer:
    """The answer; inside ``asked_once`` the one this question has had already."""
    if (known := _answers.get()) is None:
        return ask()
    if question not in known:
        known[question] = ask()
    answer: Answer = known[question]
    return answer


def keeps_answers() -> bool:
    """Whether a page is being made that only reads, so that asking first may save asking often."""
    return _answers.get() is not None


def answered(question: Hashable, answer: object) -> None:
    """Keep an answer that was found on the way, where answers are kept."""
    if (known := _answers.get()) is not None:
        known[question] = answer


def each_once(
    question: Hashable, keys: Iterable[Key], ask: Callable[[set[Key]], dict[Key, Answer]]
) -> dict[Key, Answer]:
    """The answers by key; inside ``asked_once`` only the keys not asked about before are asked about, all in one go."""
    wanted = set(keys)
    if (known := _answers.get()) is None:
        return ask(wanted)
    found: dict[Key, Answer | None] = known.setdefault(question, {})
    if new := wanted - found.keys():
        found.update({**dict.fromkeys(new), **ask(new)})
    return {key: answer for key in wanted if (answer := found[key]) is not None}
