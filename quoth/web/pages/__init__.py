"""The pages: one file for each kind, which finds what it shows and tells it as data."""

from __future__ import annotations

from quoth.web.page import Page
from quoth.web.pages import (
    corrections,
    document,
    event,
    events,
    failed,
    figure,
    home,
    identity,
    new,
    outlets,
    quotations,
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
    event.PAGE,
    quotations.LIST,
    quotations.PAGE,
    figure.PAGE,
    new.PAGE,
    failed.PAGE,
    corrections.PAGE,
    review.PAGE,
)
