"""The layers around every view, made once: Django's test client makes them anew for each client."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.signals import setting_changed
from django.test.client import ClientHandler

_MADE = ("_middleware_chain", "_view_middleware", "_template_response_middleware", "_exception_middleware")


@contextmanager
def made_once() -> Iterator[None]:
    """All test clients inside the block share one chain; a changed setting makes a new one.

    One of the layers looks at every static file when it is made, which takes longer than most pages.
    """
    truly = ClientHandler.load_middleware
    kept: dict[tuple[str, ...], dict[str, Any]] = {}

    def load(handler: ClientHandler, is_async: bool = False) -> None:  # Django's own signature
        key = (*settings.MIDDLEWARE, str(is_async))
        if key not in kept:
            truly(handler, is_async)
            kept[key] = {name: vars(handler)[name] for name in _MADE}
        vars(handler).update(kept[key])

    def forget(**_changed: object) -> None:
        kept.clear()

    setting_changed.connect(forget)
    ClientHandler.load_middleware = load  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        ClientHandler.load_middleware = truly  # type: ignore[method-assign]
        setting_changed.disconnect(forget)
