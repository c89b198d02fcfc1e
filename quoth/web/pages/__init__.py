"""The pages: one file for each kind, which finds what it shows and tells it as data."""

from __future__ import annotations

from quoth.web.page import Page
from quoth.web.pages import corrections, document, failed, home, new, review, search

PAGES: tuple[Page, ...] = (
    home.PAGE,
    search.PAGE,
    document.PAGE,
    document.STATEMENT,
    new.PAGE,
    failed.PAGE,
    corrections.PAGE,
    review.PAGE,
)
