"""One request at a time, at a pace a host need not mind, to addresses that may be asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from email.utils import parsedate_to_datetime
from ipaddress import IPv4Address, IPv6Address, ip_address
from types import TracebackType
from typing import Self

import httpx

from southsouth.fetch.problems import RefusedError
from southsouth.fetch.settings import Settings


class Pace:
    """When each host may next be asked. Hosts are told apart with their ports."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._free: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Sleeps until ``host`` may be asked; RefusedError where that is too far off."""
        pause = self._free.get(host, 0.0) - self._settings.clock()
        if pause > self._settings.longest_pause:
            raise RefusedError(f"{host} asks to wait {pause:.0f} s; run again then")
        if pause > 0:
            self._settings.sleep(pause)

    def hold(self, host: str, seconds: float) -> None:
        """Leaves ``host`` alone for ``seconds``, or longer where that was agreed before."""
        until = self._settings.clock() + seconds
        self._free[host] = max(until, self._free.get(host, until))


def retry_after(response: httpx.Response, settings: Settings) -> float:
    """For how many seconds a server asks to be left alone (RFC 9110 §10.2.3); 0 if it does not."""
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return 0.0
    if moment.tzinfo is None:  # "-0000", and dates without a zone: HTTP-dates are in UTC
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - settings.now()).total_seconds())


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(host.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def is_loopback(host: str) -> bool:
    """Is ``host`` this machine, by name or by number?"""
    address = _literal(host)
    return address.is_loopback if address else host == "localhost"


def check_redirect(origin: httpx.URL, target: httpx.URL, settings: Settings) -> None:
    """RefusedError unless a redirect of the access point ``origin`` to ``target`` may be followed.

    Only http and https, and no address inside the user's own network: a redirect must not make
    this machine ask what the redirecting host could not ask itself. A loopback access point, as
    the tests have, may redirect to loopback.
    """
    if target.scheme not in {"http", "https"} or not target.host or (target.port or 0) > 0xFFFF:
        raise RefusedError(f"a redirect to {str(target)[:80]}, which is no web address")
    for text in (target.host,) if _literal(target.host) else settings.resolve(target.host):
        address = _literal(text)
        if address is None or address.is_global:
            continue
        if not (address.is_loopback and is_loopback(origin.host)):
            raise RefusedError(f"a redirect into a private network ({target.host})")


class Line:
    """The one connection out. A context manager; ``open`` asks for one address at a time."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pace = Pace(settings)
        self._client = httpx.Client(
            headers={"User-Agent": settings.user_agent, "Accept-Encoding": "identity"},
            timeout=httpx.Timeout(settings.read_timeout, connect=settings.connect_timeout),
            limits=httpx.Limits(max_connections=1),
            # a proxy of the environment is for the world outside
            mounts={f"all://{host}": None for host in ("localhost", "127.0.0.1", "[::1]")},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    @contextmanager
    def open(self, url: str, headers: dict[str, str]) -> Iterator[httpx.Response]:
        """The answer to a GET, its body unread, redirects followed.

        Raises RefusedError for redirects that lead on and on or where they must not, and
        httpx.RequestError for whatever goes wrong on the way.
        """
        origin = target = httpx.URL(url)
        for _ in range(self.settings.redirects + 1):
            host = target.netloc.decode("ascii")
            self.pace.wait(host)
            try:
                with self._client.stream("GET", target, headers=headers) as response:
                    if response.next_request is None:
                        yield response
                        return
                    target = response.next_request.url
            finally:
                self.pace.hold(host, self.settings.interval)
            check_redirect(origin, target, self.settings)
        raise RefusedError(f"more than {self.settings.redirects} redirects")
