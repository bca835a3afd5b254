"""Peer supporters: how a parent comes to support others, and how a mother finds the supporter that she chooses.

Each step of the path has its proof: references, a check with its reason and its end, six weeks of a course, and
competences signed by a trainer whose training allows it. Kith proposes supporters by rules that are never broken and
wishes that are weighed; the mother chooses, says no and changes without a reason.
"""
