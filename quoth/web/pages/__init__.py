"""The pages: one file for each kind, which finds what it shows and tells it as data."""

from __future__ import annotations

from quoth.web.page import Page
from quoth.web.pages import (
    corrections,
    document,
    events,
    failed,
    home,
    identity,
    new,
    outlets,
    review,
    search,
    source,
    sources,
)

PAGES: tuple[Page, ...] = (
    home.PAGE,
    search.PAGE,
    document.PAGE,
    document.STATEMENT,
    sources.PAGE,
    source.PAGE,
    identity.PAGE,
    outlets.LIST,
    outlets.PAGE,
    events.LIST,
    new.PAGE,
    failed.PAGE,
    corrections.PAGE,
    review.PAGE,
)
