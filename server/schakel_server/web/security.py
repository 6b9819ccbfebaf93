"""The headers that tell a browser what a page of ours may do."""

from collections.abc import Mapping

from starlette.responses import HTMLResponse

EVERY_ANSWER: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

EVERY_PAGE: Mapping[str, str] = {
    **EVERY_ANSWER,
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

LOCKED = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

PLAIN_PAGE_POLICY = f"default-src 'none'; style-src 'self'; img-src 'self'; {LOCKED}"

# The editor sets style attributes on every line that it draws; its workers and fonts are files of ours.
GRAPHIQL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-elem 'self'; "
    "style-src-attr 'unsafe-inline'; worker-src 'self'; font-src 'self' data:; img-src 'self' data:; "
    f"connect-src 'self'; {LOCKED}"
)


def page_response(html: str, *, policy: str = PLAIN_PAGE_POLICY, status: int = 200) -> HTMLResponse:
    """A page under `policy`. It differs by what the browser accepts, so shared caches must ask again."""
    headers = {
        **EVERY_PAGE,
        "Content-Security-Policy": policy,
        "Cache-Control": "no-cache" if status == 200 else "no-store",
        "Vary": "Accept, Accept-Language",
    }
    return HTMLResponse(html, status_code=status, headers=headers)
