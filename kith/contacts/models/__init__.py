"""The tables of contacts."""

import kith.contacts.models.contacts
