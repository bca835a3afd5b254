"""Who sees what a family was given, and who is told of a recall: the family, who may open it, who keeps the store."""

from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, asking

WALLS: dict[str, Shape] = {
    "stores_stockmove": asking("kith_keeps_store", "store_id") | by_family(),
    "stores_recallholder": asking("kith_runs_recall", "recall_id") | by_family(),
}
NO_PERSON = {
    "stores_store": "where an organisation keeps things",
    "stores_stockitem": "what is kept there",
    "stores_batch": "which pieces were made together",
    "stores_stocklevel": "how many pieces are where",
    "stores_stockcount": "how many pieces a worker counted",
    "stores_storethreshold": "under how many pieces a store runs low",
    "stores_recall": "which things are called back, and why",
}
