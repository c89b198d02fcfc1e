"""What the classes and ids of elements say, in the words that publishing systems use for them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quoth.records import BlockKind

NAMED, LOUD, HIDING = 1, 2, 3
"""How surely an element stands beside the article: by its name, by a name that is seldom wrong,
or by one that keeps it from view."""

WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
VARIANT = re.compile(
    r"(?:category|tag|type|format|status|has|no|is|with|without|not|parent|term|elementor-widget)"
    r"[-_](?![-_])|.*--(?:has|is|no|not|with|without)\b"
)
"""Class names that carry other names: of what a post is filed under (WordPress writes
`category-comments`), and of variants (`has-sidebar`, `story--with-related`)."""
ENTRY = frozenset(("hentry", "h-entry", "type-post", "type-page"))
"""Classes of a post as a whole, whose others name its author and topics."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BESIDE = _set("""
    ad adblock adblocker addthis addtoany ads adsbygoogle advert advertisement advertisements
    advertising advertorial adverts affiliate affiliates alert also banner bio biography
    breadcrumb breadcrumbs carousel cmp consent contribute cta disclaimer disclosure donate
    donation feedback follow gallery gdpr keywords login menu mgid modal more most nav
    navbar navigation navlinks newsletter newsletters next nextprev onetrust onward outbrain
    pager paginate pagination paywall player playlist poll popular prev previous promo promos
    promoted promotion rail rails rating ratings readmore recirc recirculation recommend
    recommendation recommendations recommended related relatedposts revcontent share sharebar
    shared sharedaddy sharethis sharing sidebar signup skyscraper slideshow social socials
    sponsor sponsored sponsors subnav subscribe subscriber subscribers subscription
    subscriptions swiper taboola tag tags teaser teasers toolbar tools trending upsell zergnet
    """)
"""Words that mean: this stands beside the article."""
BELOW = _set("""
    colophon comment commenting comments cookie cookies copyright disqus footer livefyre
    """)
"""Words that mean it all but surely."""
READING_TIME = _set("read time")
OVERLAID = _set("flyout popover popup rollover tooltip tooltips tooltiptext")
LAID = _set("block body box card content inner panel popup text tooltiptext")
"""Words for what is laid over the page when its other half, which stays, is pointed at."""
UNSEEN_NAMES = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|screen-?reader\w*|off-?screen|assistive-text|a11y-?text"
    r"|u-?hidden-?visually|hidden-?accessible|is-vishidden|sr-?only|hide-?text|visuallyhidden"
    r"|element-invisible)(?:$|[\s_-])",
    re.I,
)
CONCEALED = frozenset(("hidden", "hide", "is-hidden", "d-none", "dn"))
SOMEWHERE = re.compile(r"(?:^|[\s-])(?:xs|sm|md|lg|xl|ns|l)[:-]|-(?:ns|l|m)(?:\s|$)")
"""Marks of classes that hold for some widths of screen only."""
FRAMED = re.compile(
    r"embed|tweet|instagram|quote(?!s?[-_]?(?:box|ticker|list))|fact-?box|infobox|key-?(?:fact|point)",
    re.I,
)
"""Words that mean: this is somebody's post or words, or a box of facts, shown in the article."""
BIO = _set("about bio biography box card desc description info profile")
WRITERS = _set("""
    author authors byline bylines contributor contributors createdby creator reporter writer writers
    """)
CAPTION = _set("""
    caption captions captiontext credit credits cutline figcaption imagecaption imagecredit
    photocaption photocredit
    """)
PICTURE = _set("image photo picture img media figure thumbnail video")
SAID_OF_PICTURE = _set("attribution copyright description desc source title meta alt legend")
DECK = _set("dek deck standfirst strapline subtitle subheadline subhed subline")
QUOTE = _set("blockquote blockquotes pullquote pullquotes pullout quotation quote quotes testimony")
QUOTE_NAMES = frozenset(("excerpt", "extract", "letter", "pull", "statement"))
"""These mean a quotation where they are a class, and much else where they are a part of one."""
QUOTED_PRICE = _set("stock stocks ticker market markets price request get")
POSTED = _set(
    "bluesky bsky facebook instagram mastodon post social telegram threads tiktok twitter x"
)
EMBEDDING = _set("embed embedded embeds")
POSTS = _set("tweet tweets toot")
"""An embedding of one of these is somebody's post."""
DATE = _set("""
    articledate date dateline datetime entrydate postdate posted pubdate publishdate published
    storydate timestamp updated
    """)
NOTES = _set("footnote footnotes endnote endnotes reflist")
BODY = _set("articlebody storybody entrycontent postcontent")


class Names(NamedTuple):
    """What an element says of itself."""

    beside: int = 0
    kind: BlockKind | None = None
    framed: bool = False
    """Whether it shows somebody's words, which keeps it in the article."""


NOTHING = Names()


@lru_cache(maxsize=20_000)
def named(names: str) -> Names:
    """What these classes and ids say; a page repeats them, so answers are kept."""
    said: set[str] = set()
    kind: BlockKind | None = None
    beside = HIDING if UNSEEN_NAMES.search(names) else 0
    tokens = names.split()
    if not ENTRY.isdisjoint(tokens):
        return NOTHING
    for name in tokens:
        if VARIANT.match(name):
            continue
        words = [word.lower() for word in WORDS.findall(name)]
        kind = kind or _kind(frozenset(words))
        said.update(words)
        beside = max(beside, NAMED if words[:1] == ["widget"] else 0)
    if not kind and not QUOTE_NAMES.isdisjoint(tokens):
        kind = "quotation"
    framed = (bool(FRAMED.search(names)) or kind == "quotation") and not said & QUOTED_PRICE
    if not CONCEALED.isdisjoint(tokens) and not SOMEWHERE.search(names):
        beside = max(beside, NAMED)
    if said & OVERLAID and said & LAID:
        beside = HIDING
    if said & BELOW:
        beside = max(beside, LOUD)
    if (
        said & BESIDE
        or said >= READING_TIME
        or (said & WRITERS and said & BIO and kind != "caption")
    ):
        beside = max(beside, NAMED)
    return Names(0 if framed and beside < HIDING else beside, kind, framed)


def _kind(words: frozenset[str]) -> BlockKind | None:
    """The kind of block that one class name names."""
    if words & NOTES:
        return "footnote"
    if words & CAPTION or (words & PICTURE and words & SAID_OF_PICTURE):
        return "caption"
    posted = words & POSTS or (words & EMBEDDING and words & POSTED)
    if posted or (words & QUOTE and not words & QUOTED_PRICE):
        return "quotation"
    if words & DECK:
        return "deck"
    if words & WRITERS:
        return "byline"
    if words & DATE:
        return "dateline"
    return None
