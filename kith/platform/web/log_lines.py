"""Log lines that say where something went wrong and nothing about the person: no address, typed text or row value."""

import logging
import traceback
from types import TracebackType
from typing import Any

from django.http import HttpRequest

PLAIN = "%(asctime)s %(levelname)s %(name)s %(message)s"
ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class DiscreetFormatter(logging.Formatter):
    """Names a request by its route and an error by its kind and place in the code."""

    def __init__(self) -> None:
        super().__init__(PLAIN)

    def format(self, record: logging.LogRecord) -> str:
        """The line, without what the request carried."""
        request = getattr(record, "request", None)
        if not isinstance(request, HttpRequest):
            return super().format(record)
        told = logging.makeLogRecord(record.__dict__ | {"args": (), "exc_text": None})
        told.msg = f"{getattr(record, 'status_code', '')} {request.method} {_route(request)}".strip()
        return super().format(told)

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802  # the name is logging's
        """The places in the code and the kinds of error; their words may quote what a person typed."""
        return "\n".join(_told(ei[1])) if ei[1] else ""


def _route(request: HttpRequest) -> str:
    """The pattern that matched ("desk/families/<uuid:family_id>/"), never the address itself."""
    match: Any = getattr(request, "resolver_match", None)
    return f"/{match.route}" if match else "(no such page)"


def _told(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return [*(_told(before) if before else []), type(error).__qualname__, *places]
