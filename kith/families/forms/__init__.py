"""What is asked of and about families."""

from kith.families.forms.asking import Asking
from kith.families.forms.bereavement import BereavementForm, NameForm, UndoForm
from kith.families.forms.birth import BirthForm
from kith.families.forms.birth_details import BirthDetailsForm, PregnancyForm
from kith.families.forms.card import CardForm, ReadCardForm
from kith.families.forms.consent import AnswerForm, ConsentForm, PurposeForm, purpose_of
from kith.families.forms.days import CorrectDayForm
from kith.families.forms.emergency import EmergencyForm
from kith.families.forms.home import CrisisForm, MoveForm
from kith.families.forms.keeping import SplitForm
from kith.families.forms.needs import NeedsForm, SafeContactForm
from kith.families.forms.people import HouseholdForm, ParentForm
from kith.families.forms.registration import RegistrationForm

__all__ = [
    "AnswerForm",
    "Asking",
    "BereavementForm",
    "BirthDetailsForm",
    "BirthForm",
    "CardForm",
    "ConsentForm",
    "CorrectDayForm",
    "CrisisForm",
    "EmergencyForm",
    "HouseholdForm",
    "MoveForm",
    "NameForm",
    "NeedsForm",
    "ParentForm",
    "PregnancyForm",
    "PurposeForm",
    "ReadCardForm",
    "RegistrationForm",
    "SafeContactForm",
    "SplitForm",
    "UndoForm",
    "purpose_of",
]
