"""The addresses of next steps and notices."""

from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page
from kith.tasks.views import next_steps, notices

desk = [
    page(
        "families/<uuid:family_id>/next-steps/new/",
        next_steps.add_next_step,
        audience=Audience.STAFF,
        name="add-next-step",
        methods=("GET", "POST"),
        needs=Permission.RECORD_CONTACT,
    ),
    page(
        "next-steps/",
        next_steps.my_next_steps,
        audience=Audience.STAFF,
        name="my-next-steps",
        needs=Permission.SEE_TODAY,
    ),
    page("notices/", notices.notices, audience=Audience.STAFF, name="notices"),
    page(
        "next-steps/<int:step_id>/",
        next_steps.next_step,
        audience=Audience.STAFF,
        name="next-step",
        methods=("GET", "POST"),
        needs=Permission.RECORD_CONTACT,
    ),
    page(
        "notices/<int:notice_id>/seen/",
        notices.see_notice,
        audience=Audience.STAFF,
        name="see-notice",
        methods=("POST",),
    ),
]
