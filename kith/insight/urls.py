"""Insight's addresses."""

from kith.insight import views
from kith.platform.access.permissions import Audience
from kith.platform.freshness import Topic
from kith.platform.gate import page

public = [
    page(
        "our-numbers/",
        views.our_numbers,
        audience=Audience.PUBLIC,
        name="our-numbers",
        cached=True,
        topics=(Topic.NUMBERS,),
    ),
    page(
        "our-numbers/feeding.csv",
        views.feeding_csv,
        audience=Audience.PUBLIC,
        name="feeding-csv",
        cached=True,
        topics=(Topic.NUMBERS,),
    ),
]
