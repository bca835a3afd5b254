"""The tables of the room: supporters and their proofs, courses, wishes and matches."""

import kith.peers.models.courses
import kith.peers.models.matching
import kith.peers.models.proofs
import kith.peers.models.supporters
import kith.peers.models.supporting
