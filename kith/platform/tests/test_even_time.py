"""What is known of a person cannot be read from a clock."""

import pytest
from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse

from kith.platform.web import even_time
from kith.platform.web.even_time import in_even_time

EVEN = 0.3


class Clock:
    """Time that passes only by work and by sleeping."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.mark.parametrize(
    ("method", "work", "took"), [("POST", 0.01, EVEN), ("POST", 0.2, EVEN), ("POST", 0.5, 0.5), ("GET", 0.01, 0.01)]
)
def test_the_answer_to_a_form_is_held_back(
    method: str, work: float, took: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(even_time, "time", clock)
    even = django_settings.KITH.model_copy(update={"even_answer_seconds": EVEN})
    monkeypatch.setattr(django_settings, "KITH", even)

    def view(_request: HttpRequest) -> HttpResponse:
        clock.sleep(work)
        return HttpResponse()

    request = HttpRequest()
    request.method = method
    in_even_time(view)(request)
    assert clock.now == pytest.approx(took)
