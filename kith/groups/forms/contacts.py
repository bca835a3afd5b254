"""What a person types to be reached: a mobile number or an e-mail address."""

from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from kith.groups.rules.places import BookingContact
from kith.platform.ui.reaching import telephone


def contact_typed(typed: object) -> BookingContact:
    """An address or a number we can send to."""
    text = str(typed).strip()
    if "@" in text:
        validate_email(text)
        return BookingContact("", email=text.lower())
    words = _("Enter a mobile number like 07700 900123, or an e-mail address")
    return BookingContact("", phone=telephone(text, otherwise=words))
