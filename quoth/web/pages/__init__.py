"""The pages: one file for each kind, which finds what it shows and tells it as data."""

from __future__ import annotations

from quoth.web.page import Page
from quoth.web.pages import document, home, search

PAGES: tuple[Page, ...] = (home.PAGE, search.PAGE, document.PAGE, document.STATEMENT)
