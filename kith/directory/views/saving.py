"""A form sent: done, or shown again with what is wrong."""

from collections.abc import Callable

from kith.directory.forms.refusing import RefusableForm
from kith.kernel.refusal import Refusal


def went(form: RefusableForm, deed: Callable[[], object]) -> bool:
    """Do the deed of a form that is right; whether it was done."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        deed()
    except Refusal as refusal:
        form.refuse(refusal)
        return False
    return True
