"""The directory's addresses."""

from django.urls import URLPattern

from kith.directory.views import change_reviews, listings, offering, open_referral, venues
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import View, page


def _open(route: str, view: View, name: str) -> URLPattern:
    return page(f"open-referral/{route}", view, audience=Audience.PUBLIC, name=name)


root = [
    _open("", open_referral.about, "open-referral"),
    _open("openapi.json", open_referral.description, "open-referral-openapi"),
    _open("services", open_referral.services, "open-referral-services"),
    _open("services/<str:record_id>", open_referral.service, "open-referral-service"),
    _open("service_at_locations", open_referral.service_at_locations, "open-referral-at-locations"),
    _open("service_at_locations/<str:record_id>", open_referral.service_at_location, "open-referral-at-location"),
    _open("taxonomies", open_referral.taxonomies, "open-referral-taxonomies"),
    _open("taxonomies/<str:taxonomy_id>", open_referral.taxonomy, "open-referral-taxonomy"),
    _open("taxonomy_terms", open_referral.taxonomy_terms, "open-referral-terms"),
    _open("taxonomy_terms/<str:term_id>", open_referral.taxonomy_term, "open-referral-term"),
    _open("<path:_rest>", open_referral.nothing_here, "open-referral-nothing"),
]


def _kept(route: str, view: View, name: str, *methods: str) -> URLPattern:
    return page(
        f"listings/{route}",
        view,
        audience=Audience.STAFF,
        name=name,
        methods=methods or ("GET", "POST"),
        needs=Permission.MANAGE_DIRECTORY,
    )


desk = [
    page(
        "directory/changes/",
        change_reviews.change_reviews,
        audience=Audience.STAFF,
        name="change-reviews",
        needs=Permission.MANAGE_DIRECTORY,
    ),
    page(
        "directory/changes/<int:review_id>/",
        change_reviews.change_review,
        audience=Audience.STAFF,
        name="change-review",
        methods=("GET", "POST"),
        needs=Permission.MANAGE_DIRECTORY,
    ),
    _kept("", listings.listings, "listings"),
    _kept("services/add/", offering.add_service, "add-service"),
    _kept("services/<int:service_id>/", offering.keep_service, "keep-service"),
    _kept("services/<int:service_id>/withdraw/", offering.withdraw_service, "withdraw-service", "POST"),
    _kept("services/<int:service_id>/offer-again/", offering.offer_service_again, "offer-service-again", "POST"),
    _kept("services/<int:service_id>/in/<slug:text_language>/", offering.translate_service, "translate-service"),
    _kept("venues/add/", venues.add_venue, "add-venue"),
    _kept("venues/<int:venue_id>/", venues.keep_venue, "keep-venue"),
]
