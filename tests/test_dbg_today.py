import pytest
pytestmark = pytest.mark.django_db
from tests.access.links import shown_at_the_desk
def test_dbg(world):
    f=shown_at_the_desk(world)
    print(f.pages,sorted(f.broken)[:20],len(f.broken),sorted(f.answered)); assert 0
