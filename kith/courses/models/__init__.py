"""The tables of courses."""

import kith.courses.models.courses
import kith.courses.models.following
import kith.courses.models.places
