"""What is asked of and about families."""

from kith.families.forms.asking import Asking
from kith.families.forms.birth import BirthForm
from kith.families.forms.birth_details import BirthDetailsForm, PregnancyForm
from kith.families.forms.consent import ConsentForm
from kith.families.forms.home import CrisisForm, MoveForm
from kith.families.forms.keeping import SplitForm
from kith.families.forms.needs import NeedsForm, SafeContactForm
from kith.families.forms.people import HouseholdForm, ParentForm
from kith.families.forms.registration import RegistrationForm

__all__ = [
    "Asking",
    "BirthDetailsForm",
    "BirthForm",
    "ConsentForm",
    "CrisisForm",
    "HouseholdForm",
    "MoveForm",
    "NeedsForm",
    "ParentForm",
    "PregnancyForm",
    "RegistrationForm",
    "SafeContactForm",
    "SplitForm",
]
