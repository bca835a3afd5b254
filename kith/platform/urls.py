"""The gallery's address; the error pages have none."""

from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page
from kith.platform.ui import views

desk = [
    page("gallery/", views.gallery_page, audience=Audience.STAFF, name="gallery", needs=Permission.SEE_GALLERY),
]
