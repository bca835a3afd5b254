"""Who sees a request about data: the parent who asked, and the people at work in the organisation that answers."""

from kith.walls.shapes import Shape, by_organisation, own_account, through

WALLS: dict[str, Shape] = {
    "rights_datarequest": own_account("account_id") | by_organisation("organisation_id").for_staff(),
    "rights_datarequeststep": through("request_id", "rights_datarequest"),
}
