"""Whatever lasts from one day or moment until another keeps its order in the database."""

from django.apps import apps
from django.db import models

from kith.platform.stretches import ends_after_it_begins

BEGINS = {"from_at": "until_at", "from_on": "until_on"}


def stretches() -> list[type[models.Model]]:
    """Every table with a stretch."""
    found = apps.get_models()
    names = {each: {field.name for field in each._meta.get_fields()} for each in found}
    return [each for each in found for begin, end in BEGINS.items() if {begin, end} <= names[each]]


def lacking(tables: list[type[models.Model]]) -> list[str]:
    """The tables that let a stretch end before it begins."""
    found = []
    for each in tables:
        names = {field.name for field in each._meta.get_fields()}
        begin = next(begin for begin in BEGINS if begin in names)
        wanted = ends_after_it_begins("", begin, BEGINS[begin]).condition
        always = models.Q(**{f"{BEGINS[begin]}__gte": models.F(begin)})
        kept = [rule.condition for rule in each._meta.constraints if isinstance(rule, models.CheckConstraint)]
        open_or = models.Q(**{BEGINS[begin]: None}) | always
        if not {str(wanted), str(always), str(open_or)} & set(map(str, kept)):
            found.append(each._meta.label)
    return found


def test_no_stretch_of_any_room_can_end_before_it_begins():
    assert len(stretches()) >= 7
    assert lacking(stretches()) == []


def test_the_control_a_table_without_the_rule_is_noticed():
    class Forgotten(models.Model):  # no row of it is ever shown
        from_on = models.DateField()
        until_on = models.DateField()

        class Meta:
            app_label = "platform"
            managed = False

    try:
        assert lacking([Forgotten]) == ["platform.Forgotten"]
    finally:
        del apps.all_models["platform"]["forgotten"]
        apps.clear_cache()
