"""The tables of the plan."""

import kith.plans.models.costs
import kith.plans.models.papers
import kith.plans.models.steps
