"""The tables of education."""

import kith.education.models.news
import kith.education.models.qualifications
import kith.education.models.requirements
import kith.education.models.sessions
import kith.education.models.workforce
