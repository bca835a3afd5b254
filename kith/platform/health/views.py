"""The answer to `GET /healthz`."""

from django.http import HttpRequest, JsonResponse

from kith.platform.health.checks import health


def healthz(_request: HttpRequest) -> JsonResponse:
    """200 when the place is ready, 503 when it is not, and what each check found."""
    found = health()
    said = {"status": "ok" if found.is_ready else "not ready", "checks": found.checks}
    answer = JsonResponse(
        said | ({"warnings": found.warnings} if found.warnings else {}),
        status=200 if found.is_ready else 503,
    )
    answer["Cache-Control"] = "no-store"
    answer._has_been_logged = True  # type: ignore[attr-defined]  # asked every second: not ready yet is no error
    return answer
