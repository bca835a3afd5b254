"""The addresses of settings, and of an administrator's link."""

from kith.founding import views
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

ASK = ("GET", "POST")

desk = [
    page(
        "begin/<slug:begin_token>/", views.begin_as_administrator, audience=Audience.PUBLIC, name="begin", methods=ASK
    ),
    page(
        "settings/",
        views.settings_list,
        audience=Audience.STAFF,
        name="place-settings",
        needs=Permission.ADMINISTER_PLACE,
    ),
    page(
        "settings/<str:setting_key>/",
        views.setting,
        audience=Audience.STAFF,
        name="place-setting",
        methods=ASK,
        needs=Permission.ADMINISTER_PLACE,
    ),
]
