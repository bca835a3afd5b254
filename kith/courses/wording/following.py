"""What a follow-up says to the worker who makes it."""

from collections.abc import Sequence

from django.utils.translation import gettext, override

from kith.courses.rules.following import cut


def step_words(near: Sequence[str]) -> str:
    """What is to be done for a mother after her course, with what else is near her; kept in English, as steps are."""
    with override("en"):
        if not near:
            return gettext("After the course: ask how she is, and what would help now")
        return cut(gettext("After the course: ask how she is, and tell her of %(near)s") % {"near": "; ".join(near)})
