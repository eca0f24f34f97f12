"""Whether a browser's request comes from our own pages."""

from urllib.parse import urlsplit

from starlette.requests import Request


class Origins:
    """Our own origin: the one that the settings name, otherwise the host that was asked."""

    def __init__(self, console_url: str | None) -> None:
        self._own = None if console_url is None else _as_browsers_write(console_url)

    @property
    def is_https(self) -> bool:
        """Do browsers reach us by https only, so that cookies can insist on it?"""
        return self._own is not None and self._own.startswith("https://")

    def is_own(self, request: Request) -> bool:
        """Does the Origin header name us? Without one, nothing vouches for the page."""
        origin = request.headers.get("origin")
        if origin is None:
            return False
        if self._own is not None:
            return origin == self._own
        return urlsplit(origin).netloc == request.headers.get("host")

    def is_foreign(self, request: Request) -> bool:
        """Does the Origin header name somebody else?"""
        return request.headers.get("origin") is not None and not self.is_own(request)


def _as_browsers_write(url: str) -> str:
    """Return an address as an Origin header spells it: in small letters, without the port that its scheme has."""
    scheme, _, host = url.lower().partition("://")
    return f"{scheme}://{host.removesuffix({'http': ':80', 'https': ':443'}.get(scheme, ''))}"
