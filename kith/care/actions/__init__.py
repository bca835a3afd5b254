"""Taking the lead for a family, and recording how a baby is fed."""

from kith.care.actions.feeding import record_feeding
from kith.care.actions.leading import end_lead_without_consent, take_lead

__all__ = ["end_lead_without_consent", "record_feeding", "take_lead"]
