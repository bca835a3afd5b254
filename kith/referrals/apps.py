"""Referrals as a Django application."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """The room's tables carry the label ``referrals``."""

    name = "kith.referrals"
    label = "referrals"
