"""What is asked about interpreters."""

from kith.interpreting.forms.asking import AskingForm
from kith.interpreting.forms.listing import InterpreterForm, LineForm, typed_of

__all__ = ["AskingForm", "InterpreterForm", "LineForm", "typed_of"]
