"""What is asked of and about families."""

from kith.families.forms.birth import BirthForm
from kith.families.forms.consent import ConsentForm
from kith.families.forms.registration import RegistrationForm

__all__ = ["BirthForm", "ConsentForm", "RegistrationForm"]
