"""What rights tell people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about."""

    DATA_REQUEST_CAME = "data_request_came"
    DATA_REQUEST_DUE = "data_request_due"
