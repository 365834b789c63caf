"""JSON as this server answers it."""

import json
from typing import Any

from starlette.responses import JSONResponse


class Answer(JSONResponse):
    """Escaped to ASCII, because a text may hold half an emoji, which UTF-8 cannot carry."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content, allow_nan=False, separators=(",", ":")).encode("ascii")
