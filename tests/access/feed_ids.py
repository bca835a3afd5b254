"""What the addresses of the directory's feed ask for."""

from typing import Any

from kith.directory.models import Service
from kith.directory.rules import Need
from kith.directory.rules.open_referral import Vocabulary, taxonomy_id, term_id


def feed_ids() -> dict[str, Any]:
    """A service that has a place, a list of terms, a term, and an address that stands for nothing."""
    return {
        "record_id": Service.objects.filter(venue__isnull=False)[0].public_id,
        "taxonomy_id": taxonomy_id(Vocabulary.NEEDS),
        "term_id": term_id(Vocabulary.NEEDS, Need.LATCHING),
        "_rest": "organizations",
    }
