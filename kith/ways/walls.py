"""Who sees a proposed change of a way: the organisation that keeps it; the old way reads one by its link alone."""

from kith.walls.shapes import Shape, by_organisation, through

WALLS: dict[str, Shape] = {
    "ways_wayproposal": by_organisation("organisation_id").for_staff(),
    "ways_wayproposalstep": through("proposal_id", "ways_wayproposal"),
}
