"""Asking for interpreters, finding them, what became of it, and their own page."""

from kith.interpreting.actions.answering import answer_offer, say_here, say_late
from kith.interpreting.actions.arranging import confirm_interpreter, decline_interpreter, offer_interpreter
from kith.interpreting.actions.chasing import chase_unconfirmed
from kith.interpreting.actions.closing import cancel_without_consent, close_for_bereavement
from kith.interpreting.actions.door import close_interpreter_page, open_interpreter_page, send_interpreter_code
from kith.interpreting.actions.happening import (
    interpreter_arrived,
    interpreter_done,
    interpreter_failed,
    interpreter_late,
    wish_as_family,
    wish_next_time,
)
from kith.interpreting.actions.listing import (
    ListedInterpreter,
    add_interpreter,
    change_interpreter,
    end_interpreter,
    set_interpreter_line,
)
from kith.interpreting.actions.merging import ask_again_after_undo, close_after_merge
from kith.interpreting.actions.requesting import cancel_interpreter, cancel_need, request_interpreter

__all__ = [
    "ListedInterpreter",
    "add_interpreter",
    "answer_offer",
    "ask_again_after_undo",
    "cancel_interpreter",
    "cancel_need",
    "cancel_without_consent",
    "change_interpreter",
    "chase_unconfirmed",
    "close_after_merge",
    "close_for_bereavement",
    "close_interpreter_page",
    "confirm_interpreter",
    "decline_interpreter",
    "end_interpreter",
    "interpreter_arrived",
    "interpreter_done",
    "interpreter_failed",
    "interpreter_late",
    "offer_interpreter",
    "open_interpreter_page",
    "request_interpreter",
    "say_here",
    "say_late",
    "send_interpreter_code",
    "set_interpreter_line",
    "wish_as_family",
    "wish_next_time",
]
