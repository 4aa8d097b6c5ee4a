"""One address to one part file: conditional, resumable, tried again where that may help."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Final

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, wait_exponential

from southsouth.fetch.content import judge
from southsouth.fetch.files import (
    NO_VALIDATORS,
    Part,
    Validators,
    sha256_of,
    storing,
    write_chunk,
)
from southsouth.fetch.problems import (
    AgainError,
    AnswerError,
    EmptyError,
    MissingError,
    RefusedError,
)
from southsouth.fetch.transport import Line, retry_after

_CONTENT_RANGE: Final = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")
#: Statuses that say "not now"; all of 5xx besides (RFC 9110 §15.5.9, §15.6; RFC 6585 §4).
_PASSING: Final = frozenset({408, 425, 429})


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for: the address, what may come, the validators of what is here already."""

    url: str
    accepted: tuple[str, ...]
    known: Validators = NO_VALIDATORS

    @property
    def conditional(self) -> dict[str, str]:
        """If-None-Match, If-Modified-Since (RFC 9110 §13.1.2, §13.1.3)."""
        headers = {
            "If-None-Match": self.known.etag,
            "If-Modified-Since": self.known.last_modified,
        }
        return {name: value for name, value in headers.items() if value and value.isascii()}


@dataclass(frozen=True, slots=True)
class Got:
    """A whole document in a part file."""

    media_type: str
    sha256: str
    validators: Validators


def download(line: Line, request: Request, part: Part) -> Got | None:
    """The document at an address, whole in ``part``; None where it is as it was (status 304).

    Raises an AnswerError for any other answer, after as many attempts as the settings allow. What
    a broken transfer left in ``part`` stays there where the next one can go on from it.
    """
    settings = line.settings

    def enough(state: RetryCallState) -> bool:
        error = state.outcome.exception() if state.outcome else None
        return state.attempt_number >= (
            min(2, settings.attempts) if isinstance(error, EmptyError) else settings.attempts
        )

    retrying = Retrying(
        sleep=settings.sleep,
        stop=enough,
        wait=wait_exponential(multiplier=settings.backoff, max=settings.longest_pause),
        retry=retry_if_exception_type(AgainError),
        reraise=True,
    )
    try:
        return retrying(_attempt, line, request, part)
    except EmptyError as error:
        raise MissingError(str(error)) from error


def _attempt(line: Line, request: Request, part: Part) -> Got | None:
    offset, validators = part.resumable(request.url)
    headers = {"Accept": ", ".join((*request.accepted, "*/*;q=0.1")), **request.conditional}
    if offset:  # RFC 9110 §13.1.5, §14.2
        headers |= {"Range": f"bytes={offset}-", "If-Range": validators.strong}
    try:
        with part.guarded(), line.open(request.url, headers) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED and request.conditional:
                part.discard()
                return None
            _check_status(response, part, line)
            if response.status_code == httpx.codes.PARTIAL_CONTENT:
                size = _check_range(response, part, offset, validators)
            else:
                size, validators = "*", _validators(response)
                part.begin(request.url, validators)
            _copy(response, part, line)
    except httpx.RequestError as error:
        raise AgainError(_spoken(error)) from error
    return _judged(request, part, size, validators)


def _judged(request: Request, part: Part, size: str, validators: Validators) -> Got:
    try:
        if size not in {"*", str(part.path.stat().st_size)}:
            raise AgainError("an answer of another length than announced")
        with storing(part.path):
            media_type = judge(part.path, request.accepted)
            sha256 = sha256_of(part.path)
    except AnswerError:
        part.discard()
        raise
    return Got(media_type, sha256, validators)


def _spoken(error: httpx.RequestError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    broken = not isinstance(error, httpx.ConnectError | httpx.ProxyError)
    # parts of it may come from the server and go to a terminal
    detail = "".join(letter for letter in str(error) if letter.isprintable())[:120]
    what = "the transfer broke off" if broken else "no connection"
    return f"{what} ({detail})" if detail else what


def _check_status(response: httpx.Response, part: Part, line: Line) -> None:
    """Returns for 200 and 206; raises what any other status amounts to."""
    status = response.status_code
    if status in {httpx.codes.OK, httpx.codes.PARTIAL_CONTENT}:
        return
    if status in {httpx.codes.NOT_FOUND, httpx.codes.GONE}:
        raise MissingError(f"status {status}")
    if status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
        part.discard()
        raise AgainError("nothing after what is here")
    if status in _PASSING or response.is_server_error:
        line.pace.hold(response.url.netloc.decode("ascii"), retry_after(response, line.settings))
        raise AgainError(f"status {status}")
    raise RefusedError(f"status {status}")


def _check_range(response: httpx.Response, part: Part, offset: int, kept: Validators) -> str:
    """The whole length that a 206 announces (``"*"`` for none), if it goes on from ``offset``.

    RFC 9110 §15.3.7: another range than was asked for, or one of another version, must not be put
    together with what is here.
    """
    found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", "").strip())
    etag = response.headers.get("etag", "")
    if not offset or not found or int(found[1]) != offset or (etag and etag != kept.etag):
        part.discard()
        raise AgainError("another part than was asked for")
    return found[2]


def _validators(response: httpx.Response) -> Validators:
    """The validators of a 200, and which of them is strong (RFC 9110 §8.8.1, §8.8.2.2)."""
    etag = response.headers.get("etag", "").strip()
    modified = response.headers.get("last-modified", "").strip()
    strong = ""
    if not (etag + modified).isascii():
        return NO_VALIDATORS  # they could not be sent back
    if response.headers.get("content-encoding", "identity") != "identity":
        pass  # what is kept is decoded: its length is no offset into what the server sends
    elif etag:
        strong = "" if etag.startswith("W/") else etag
    elif modified and _a_second_older(modified, response.headers.get("date", "")):
        strong = modified
    return Validators(etag, modified, strong)


def _a_second_older(modified: str, date: str) -> bool:
    try:
        between = parsedate_to_datetime(date) - parsedate_to_datetime(modified)
    except (TypeError, ValueError, OverflowError):  # no date, or one of the two without zone
        return False
    return between.total_seconds() >= 1


def _copy(response: httpx.Response, part: Part, line: Line) -> None:
    """Appends the body to the part and forces it to disk; size and time are bounded."""
    settings = line.settings
    cap = f"larger than {settings.size_cap / 1e6:.0f} MB"
    announced = response.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced) > settings.size_cap:
        part.discard()
        raise RefusedError(cap)
    end = settings.clock() + settings.deadline
    with storing(part.path), part.path.open("ab") as file:
        for chunk in response.iter_bytes():
            write_chunk(file, chunk)
            if file.tell() > settings.size_cap:
                break
            if settings.clock() > end:
                raise RefusedError(f"not done in {settings.deadline:.0f} s; run again to go on")
        file.flush()
        os.fsync(file.fileno())
        size = file.tell()
    if size > settings.size_cap:
        part.discard()
        raise RefusedError(cap)
