"""The tables of the families."""

import kith.families.models.bereavement
import kith.families.models.card
import kith.families.models.consent
import kith.families.models.days
import kith.families.models.emergency
import kith.families.models.family
import kith.families.models.living
import kith.families.models.merging
import kith.families.models.people
