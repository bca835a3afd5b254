"""The tables of care."""

import kith.care.models.assessments
import kith.care.models.contacts
import kith.care.models.cover
import kith.care.models.feeding
import kith.care.models.goals
import kith.care.models.handover
import kith.care.models.leading
import kith.care.models.plans
import kith.care.models.programmes
import kith.care.models.weights
