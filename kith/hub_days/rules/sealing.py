"""How a device seals what it notes, so that it can write and its holder cannot read; and how it is opened. Pure.

What a device seals it cannot open itself: each entry is sealed for a public key (ECDH on P-256 with a key of its own
for each entry, HKDF-SHA-256, AES-256-GCM), and signed with a key that only the opened device knows (HMAC-SHA-256).
Browsers have all of it (W3C Web Cryptography). Both keys follow from one secret of the device.
"""

import base64
import hmac
import json
from hashlib import sha256
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kith.hub_days.rules.entries import SealedEntry, Unreadable

POINT_BYTES, IV_BYTES = 65, 12
SALT, INFO = b"kith.hub-day", b"entry"
# The order of the group of P-256 (NIST SP 800-186, 3.2.1.3): a private key is a number from one to below it.
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def signing_key(secret: bytes) -> bytes:
    """The key that the device signs with."""
    return hmac.new(secret, b"sign", sha256).digest()


def public_key(secret: bytes) -> bytes:
    """The point that the device seals for, uncompressed (SEC 1, 2.3.3)."""
    point = _private_key(secret).public_key()
    return point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def is_signed(entry: SealedEntry, *, device: UUID, secret: bytes) -> bool:
    """Whether this device has signed this entry, as it is and in its place."""
    right = hmac.new(signing_key(secret), f"{_place(entry, device)}.{entry.sealed}".encode(), sha256).digest()
    return hmac.compare_digest(base64.b64encode(right).decode(), entry.signature)


def opened(entry: SealedEntry, *, device: UUID, secret: bytes) -> dict[str, Any]:
    """What the entry says; Unreadable where it was not sealed for this device's key."""
    try:
        whole = base64.b64decode(entry.sealed, validate=True)
        point, iv, words = whole[:POINT_BYTES], whole[POINT_BYTES:][:IV_BYTES], whole[POINT_BYTES + IV_BYTES :]
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        shared = _private_key(secret).exchange(ec.ECDH(), theirs)
        plain = AESGCM(_entry_key(shared)).decrypt(iv, words, _place(entry, device).encode())
        said = json.loads(plain)
    except (ValueError, InvalidTag) as fault:
        raise Unreadable from fault
    if not isinstance(said, dict):
        raise Unreadable
    return said


def _place(entry: SealedEntry, device: UUID) -> str:
    """What an entry is tied to: put under another device, key or number it is neither signed nor opened."""
    return f"{device}.{entry.request_key}.{entry.number}"


def _entry_key(shared: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=SALT, info=INFO).derive(shared)


def _private_key(secret: bytes) -> ec.EllipticCurvePrivateKey:
    number = int.from_bytes(hmac.new(secret, b"seal", sha256).digest()) % (_ORDER - 1) + 1
    return ec.derive_private_key(number, ec.SECP256R1())
