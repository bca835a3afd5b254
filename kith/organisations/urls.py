"""The addresses of the alliance's desk and of its administrators."""

from django.urls import URLPattern

from kith.organisations.views import alliance, invitations, machinery, people, places
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import View, page

ASK = ("GET", "POST")


def _at_desk(needs: Permission, route: str, view: View, name: str, *methods: str) -> URLPattern:
    return page(route, view, audience=Audience.STAFF, name=name, methods=methods or ("GET",), needs=needs)


ALLIANCE, AUDIT = Permission.MANAGE_ALLIANCE, Permission.SEE_AUDIT
PEOPLE, PLACE = Permission.ADMINISTER, Permission.ADMINISTER_PLACE
PERSON = "people/<int:membership_id>/"

public = [
    page("join/<slug:invitation_token>/", invitations.join, audience=Audience.PUBLIC, name="join", methods=ASK),
]
desk = [
    _at_desk(ALLIANCE, "alliance/", alliance.alliance, "alliance"),
    _at_desk(ALLIANCE, "alliance/members/<int:organisation_id>/", alliance.member, "alliance-member", *ASK),
    _at_desk(ALLIANCE, "alliance/members/<int:organisation_id>/end/", alliance.end_member, "end-member", *ASK),
    _at_desk(ALLIANCE, "alliance/agreements/add/", alliance.sign_agreement, "sign-agreement", *ASK),
    _at_desk(ALLIANCE, "alliance/agreements/<int:agreement_id>/end/", alliance.end_agreement, "end-agreement", "POST"),
    _at_desk(AUDIT, "audit/", machinery.audit, "audit"),
    _at_desk(PEOPLE, "people/", people.people, "people"),
    _at_desk(PEOPLE, "people/invite/", invitations.invite, "invite", *ASK),
    _at_desk(PEOPLE, "people/invitations/", invitations.invitations, "invitations", *ASK),
    _at_desk(PEOPLE, "people/staff-list/", invitations.staff_list, "staff-list", *ASK),
    _at_desk(PEOPLE, PERSON, people.person, "person", *ASK),
    _at_desk(PEOPLE, f"{PERSON}end/", people.end, "end-work", *ASK),
    _at_desk(PEOPLE, f"{PERSON}suspend/", people.suspend, "suspend", *ASK),
    _at_desk(PEOPLE, f"{PERSON}lift/", people.lift, "lift-suspension", "POST"),
    _at_desk(PEOPLE, f"{PERSON}second-factor/", people.reset_factor, "reset-factor", *ASK),
    _at_desk(PEOPLE, "organisations/", places.organisations, "organisations"),
    _at_desk(PLACE, "organisations/add/", places.add_organisation, "add-organisation", *ASK),
    _at_desk(PEOPLE, "organisations/<int:organisation_id>/", places.organisation, "organisation", *ASK),
    _at_desk(PEOPLE, "roles/", places.roles, "roles"),
    _at_desk(PEOPLE, "imports/", machinery.imports, "imports"),
    _at_desk(PLACE, "condition/", machinery.condition, "condition"),
    _at_desk(PLACE, "jobs/", machinery.failed_jobs, "failed-jobs", *ASK),
]
