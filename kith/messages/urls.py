"""The address of the log of messages."""

from kith.messages import views
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

desk = [
    page(
        "messages/",
        views.message_log,
        audience=Audience.STAFF,
        name="message-log",
        needs=Permission.ADMINISTER_PLACE,
    ),
]
