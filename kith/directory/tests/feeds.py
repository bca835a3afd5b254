"""Small feeds for tests, typed by hand."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from django.test import Client

from kith.directory.actions.feeds.proposing import Proposal, propose_changes
from kith.directory.rules.open_referral.feeds import Document, Feed, read_feed
from kith.directory.tests.listings import BUILDER

Json = dict[str, Any]
SOURCE = "https://directory.example.org/feed"


def uuid(number: int) -> str:
    return str(UUID(int=0x4000_8000_0000_0000_0000 + number))


def a_record(number: int = 1, **changes: Any) -> Json:
    said = {
        "id": uuid(number),
        "name": f"Feeding café {number}",
        "description": "Help with latching on, tea and time.",
        "status": "active",
        "url": "https://example.org/milk",
        "email": "milk@example.org",
        "assured_date": "2026-02-01",
        "organization": {"id": uuid(900), "name": "Parents’ Friends", "description": "Friends of families"},
        "service_at_locations": [{"id": uuid(number + 100), "location": a_location(number)}],
    }
    return {key: value for key, value in (said | changes).items() if value is not None}


def a_location(number: int = 1, **changes: Any) -> Json:
    address = {
        "id": uuid(number + 300), "address_1": "2 Story Close", "city": "Bletchley", "state_province": "England",
        "postal_code": "MK2 2AA", "country": "GB", "address_type": "physical",
    }  # fmt: skip
    said = {
        "id": uuid(number + 200), "location_type": "physical", "name": f"Story Hall {number}",
        "latitude": 52.0, "longitude": -0.73, "addresses": [address],
    }  # fmt: skip
    return said | changes


def a_feed(*records: Any) -> Feed:
    page = {"total_pages": 1, "page_number": 1, "contents": list(records)}
    return read_feed([Document("service_list", page)])


def proposed(*records: Any, source: str = SOURCE) -> Proposal:
    return propose_changes(by=BUILDER, source=source, feed=a_feed(*records))


def saved_feed(client: Client, folder: Path) -> Path:
    """Our own feed, saved page by page and record by record, as another directory would."""
    folder.mkdir()
    page, total = 1, 1
    while page <= total:
        content = client.get(f"/open-referral/services?page={page}&per_page=3").content
        (folder / f"service_list_{page}.json").write_bytes(content)
        found = json.loads(content)
        for each in found["contents"]:
            whole = client.get(f"/open-referral/services/{each['id']}").content
            (folder / f"service_{each['id']}.json").write_bytes(whole)
        page, total = page + 1, found["total_pages"]
    return folder
