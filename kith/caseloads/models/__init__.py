"""The tables of caseloads."""

import kith.caseloads.models.cover
import kith.caseloads.models.handover
import kith.caseloads.models.leading
import kith.caseloads.models.unled
