"""The words for assessment forms."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.assessments import Mark

MARKS: Mapping[Mark, Promise] = {
    Mark.NONE: _("Nobody in particular"),
    Mark.PERSON: _("A named person"),
    Mark.URGENT: _("A named person, and the urgent signs at once"),
}
