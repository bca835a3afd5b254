"""What a page says, without the secrets in its addresses: by chance these may hold a short name."""

import re

_ADDRESSES = re.compile(r'\b(?:href|action|src)="[^"]*"|\bvalue="[\w-]{16,}"')


def without_addresses(page: bytes) -> str:
    """The page without its addresses and the keys in its forms."""
    return _ADDRESSES.sub("", page.decode())
