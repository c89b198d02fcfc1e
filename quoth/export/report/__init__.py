"""A report on one event: all comparisons as one HTML page that opens offline and prints.

`page.report` makes it. Nothing is handed on here: who only wants a title of a part, as the pages of
an event, need not load all that compares.
"""
