"""A small day for tests: a venue with a session, families who have booked, and devices that seal as the page does."""

import base64
import hmac
import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kith.groups.tests import world as small
from kith.hub_days.actions.devices import prepare_device
from kith.hub_days.actions.receiving import receive_entries
from kith.hub_days.models import Device
from kith.hub_days.rules.codes import DeviceId
from kith.hub_days.rules.entries import SealedEntry
from kith.hub_days.rules.sealing import public_key, signing_key
from kith.kernel import clock
from kith.kernel.ids import BookingId, OrganisationId, SessionId, VenueId, new_uuid
from kith.platform.access.viewer import Viewer
from kith.whats_on.tests import world as dates

IV = bytes(12)  # each entry is sealed with a key of its own


def sealed(said: dict[str, Any], *, device: UUID, secret: bytes, number: int, key: UUID | None = None) -> SealedEntry:
    """An entry as the page's own script makes it (kith/platform/ui/static/hub-day-vault.js)."""
    key = key or new_uuid()
    place = f"{device}.{key}.{number}"
    own, theirs = ec.generate_private_key(ec.SECP256R1()), public_key(secret)
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs)
    entry_key = HKDF(SHA256(), 32, salt=b"kith.hub-day", info=b"entry").derive(own.exchange(ec.ECDH(), point))
    words = AESGCM(entry_key).encrypt(IV, json.dumps(said).encode(), place.encode())
    whole = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint) + IV + words
    text = base64.b64encode(whole).decode()
    signed = hmac.new(signing_key(secret), f"{place}.{text}".encode(), sha256).digest()
    return SealedEntry(key, number, text, base64.b64encode(signed).decode())


@dataclass
class Day:
    """A venue, a session there on the tests' own day, and families who are expected."""

    organisation_id: OrganisationId
    venue_id: VenueId
    session_id: SessionId
    bookings: list[BookingId] = field(default_factory=list)

    @classmethod
    def of(cls, organisation_id: OrganisationId, *, families: int = 1) -> "Day":
        """The day, with so many families."""
        venue_id = dates.a_venue(organisation_id)
        series_id = dates.a_series(dates.a_service(organisation_id, venue_id))
        starts_at = datetime.combine(clock.today(), datetime.min.time(), UTC) + timedelta(hours=14)
        session_id = dates.a_session(series_id=series_id, venue_id=venue_id, starts_at=starts_at, capacity=40)
        made = cls(organisation_id, venue_id, session_id)
        made.bookings = [small.book(small.an_order(session_id)).booking_id for _ in range(families)]
        return made


@dataclass
class Held:
    """A device in a worker's hand, and how many entries it has made."""

    by: Viewer
    day: Day
    id: DeviceId
    count: int = 0

    @classmethod
    def prepared(cls, by: Viewer, day: Day) -> "Held":
        """The day taken along."""
        key = new_uuid()
        return cls(by, day, prepare_device(by=by, venue_id=day.venue_id, on=clock.today(), request_key=key))

    @property
    def row(self) -> Device:
        """Its row."""
        return Device.objects.get(pk=self.id)

    def taps(self, kind: str, **said: Any) -> SealedEntry:
        """One tap, sealed and signed."""
        self.count += 1
        at = int(clock.now().timestamp() * 1000)
        return sealed({"kind": kind, "at": at, **said}, device=self.id, secret=self.row.secret, number=self.count)

    def marks(self, wanted: str, *, seen: str = "expected", booking: int = 0) -> SealedEntry:
        """One family marked."""
        session, booking_id = self.day.session_id, str(self.day.bookings[booking])
        return self.taps("attendance", session=session, booking=booking_id, wanted=wanted, seen=seen)

    def steps(self, turn: int, seen: str, wanted: str) -> SealedEntry:
        """One turn moved on a step."""
        return self.taps("turn", session=self.day.session_id, turn=turn, wanted=wanted, seen=seen)

    def sends(self, *entries: SealedEntry) -> list[str]:
        """What became of these entries, in their order."""
        became = receive_entries(by=self.by, device_id=self.id, entries=entries)
        return [became[each.request_key] for each in entries]


def spoilt(entry: SealedEntry) -> SealedEntry:
    """The same entry with another first letter."""
    return replace(entry, sealed=("A" if entry.sealed[0] != "A" else "B") + entry.sealed[1:])
