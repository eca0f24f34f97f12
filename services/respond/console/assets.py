"""Scripts and styles under an address that names their content: browsers keep them for good, and never mix two.

Scripts import each other by relative paths, so that all of a page's come from the version that the page named.
"""

from hashlib import sha256
from pathlib import Path
from typing import Final

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

HERE: Final = Path(__file__).parent
FILES: Final = HERE / "static"
ROOT: Final = "/static"

_FOR_GOOD: Final = "public, max-age=31536000, immutable"
_EACH_TIME: Final = "no-cache"


def _digest() -> str:
    digest = sha256()
    for file in sorted(one for one in FILES.rglob("*") if one.is_file()):
        digest.update(f"{file.relative_to(FILES)}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


VERSION: Final = _digest()
"""Of all files together."""
BASE: Final = f"{ROOT}/v-{VERSION}"
"""What addresses of files begin with."""
MODULES: Final = tuple(sorted(str(one.relative_to(FILES)) for one in FILES.rglob("*.js") if one.name != "theme.js"))
"""What a page's script imports in the end; named on the page, so that they are all asked for at once."""


class Assets(StaticFiles):
    """Serves the files under `v-` and any version; only those of this version may be kept for good."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Serve a file, which the version in front of its path does not change."""
        first, _, rest = path.partition("/")
        response = await super().get_response(rest if first.startswith("v-") else path, scope)
        is_this = first == f"v-{VERSION}" and response.status_code in (200, 304)
        response.headers["Cache-Control"] = _FOR_GOOD if is_this else _EACH_TIME
        return response
