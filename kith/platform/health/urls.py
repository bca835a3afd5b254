"""The address that machines ask."""

from django.urls import path

from kith.platform.access.permissions import Audience
from kith.platform.gate import PageRule, gated
from kith.platform.health import views

# Not `page`: the gate opens a read-only transaction for every GET, and this one must answer without a database.
root = [
    path("healthz", gated(views.healthz, PageRule(Audience.MACHINE, may_write_on_get=True)), name="healthz"),
]
