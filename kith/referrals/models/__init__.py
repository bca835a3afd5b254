"""The tables of referrals."""

import kith.referrals.models.links
import kith.referrals.models.particulars
import kith.referrals.models.receivers
import kith.referrals.models.referrals
