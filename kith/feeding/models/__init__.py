"""The tables of feeding."""

import kith.feeding.models.assessments
import kith.feeding.models.goals
import kith.feeding.models.plans
import kith.feeding.models.statuses
import kith.feeding.models.weights
