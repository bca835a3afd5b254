"""The forms of care."""

from kith.care.forms.feeding import FeedingForm

__all__ = ["FeedingForm"]
