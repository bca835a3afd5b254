"""The front door's addresses."""

from kith.front.find_support.views import find_support_calendar, find_support_page, find_support_print
from kith.front.queries import help_now_mark
from kith.front.views import demonstration, family, leaving, today, visitors
from kith.platform.access.permissions import Audience, Permission
from kith.platform.freshness import Topic
from kith.platform.gate import page

root = [
    page("", visitors.choose_language, audience=Audience.PUBLIC, name="choose-language", mark=help_now_mark),
    page("demo/", demonstration.people, audience=Audience.DEMONSTRATION, name="demonstration"),
    page(
        "demo/outbox/",
        demonstration.outbox,
        audience=Audience.DEMONSTRATION,
        name="demonstration-outbox",
    ),
    page(
        "demo/sign-in/<slug:role>",
        demonstration.sign_in,
        audience=Audience.DEMONSTRATION,
        name="demonstration-sign-in",
        methods=("POST",),
    ),
]
public = [
    page("leave/", leaving.leave, audience=Audience.PUBLIC, name="leave", methods=("POST",)),
    page(
        "",
        visitors.home,
        audience=Audience.PUBLIC,
        name="home",
        cached=True,
        topics=(Topic.LISTINGS,),
    ),
    page(
        "help-now/",
        visitors.help_now,
        audience=Audience.PUBLIC,
        name="help-now",
        cached=True,
        mark=help_now_mark,
    ),
    page(
        "find-support/",
        find_support_page,
        audience=Audience.PUBLIC,
        name="find-support",
        cached=True,
        topics=(Topic.LISTINGS,),
    ),
    page(
        "find-support/print/",
        find_support_print,
        audience=Audience.PUBLIC,
        name="find-support-print",
        cached=True,
        topics=(Topic.LISTINGS,),
    ),
    page(
        "find-support/kith.ics",
        find_support_calendar,
        audience=Audience.PUBLIC,
        name="find-support-calendar",
        cached=True,
        topics=(Topic.LISTINGS,),
    ),
    page(
        "who-we-are/",
        visitors.who_we_are,
        audience=Audience.PUBLIC,
        name="who-we-are",
        cached=True,
        topics=(Topic.LISTINGS,),
    ),
    page("accessibility/", visitors.accessibility, audience=Audience.PUBLIC, name="accessibility", cached=True),
    page("privacy/", visitors.privacy, audience=Audience.PUBLIC, name="privacy", cached=True),
    page("sources/", visitors.sources, audience=Audience.PUBLIC, name="sources", cached=True),
]
my = [
    page("", family.my_page, audience=Audience.PARENT, name="my-page", needs=Permission.SEE_OWN_RECORD),
]
desk = [
    page("", today.desk, audience=Audience.STAFF, name="desk"),
    page("today/", today.today, audience=Audience.STAFF, name="today", needs=Permission.SEE_TODAY),
    page("diary/", today.diary, audience=Audience.STAFF, name="diary"),
    page(
        "families/<uuid:family_id>/",
        family.family,
        audience=Audience.STAFF,
        name="family",
        needs=Permission.SEE_FAMILY,
    ),
    page(
        "helplines/",
        visitors.helplines,
        audience=Audience.STAFF,
        name="helplines",
        needs=Permission.MANAGE_DIRECTORY,
    ),
    page(
        "helplines/<int:helpline_id>/",
        visitors.helpline,
        audience=Audience.STAFF,
        name="helpline",
        methods=("GET", "POST"),
        needs=Permission.MANAGE_DIRECTORY,
    ),
]
