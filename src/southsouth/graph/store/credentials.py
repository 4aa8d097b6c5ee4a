"""Who we are to a server: from the environment or a netrc file, never from the command line."""

from __future__ import annotations

import netrc
import os
from pathlib import Path
from urllib.parse import urlsplit

from southsouth.errors import StoreError

USER, PASSWORD = "SOUTHSOUTH_ENDPOINT_USER", "SOUTHSOUTH_ENDPOINT_PASSWORD"


def credentials(url: str) -> tuple[str, str] | None:
    """The user and password for the host of ``url``; None where none are given.

    Raises StoreError for an address that is none or holds a password, and for a netrc file that
    does not parse.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise StoreError(f"{url}: no address of an endpoint; write http://… or https://…")
    if parts.username or parts.password:
        raise StoreError(
            f"{parts.hostname}: no passwords in addresses, which stay in the shell's "
            f"history; set {USER} and {PASSWORD}, or use a netrc file"
        )
    if USER in os.environ:
        return os.environ[USER], os.environ.get(PASSWORD, "")
    file = Path(os.environ.get("NETRC") or Path.home() / ".netrc")
    if not file.is_file():
        return None
    try:
        found = netrc.netrc(str(file)).authenticators(parts.hostname)
    except (netrc.NetrcParseError, OSError) as error:
        raise StoreError(f"{file}: cannot be read as a netrc file ({error})") from error
    return (found[0], found[2] or "") if found else None
