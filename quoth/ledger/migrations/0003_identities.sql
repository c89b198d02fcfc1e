-- Who is who across documents. A link is proposed and never changed by people: what they say stands in
-- decisions, what was found later in joins, and both can be taken back. No words of documents stand here
-- but in links, which go with their document.

-- One source across documents, or a part of one that was found to be the same as another.
CREATE TABLE identities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice
  key TEXT NOT NULL UNIQUE,              -- 16 hexadecimal digits, unique over all ledgers
  shown INTEGER NOT NULL REFERENCES identities DEFERRABLE INITIALLY DEFERRED  -- the one that it is a part of; itself where of none
) STRICT;
CREATE INDEX identities_by_shown ON identities (shown);

-- Documents whose sources are linked; one is linked anew when another reading of it counts.
CREATE TABLE linked (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  reading INTEGER NOT NULL,  -- the reading that was linked; it may have been replaced since
  made TEXT NOT NULL         -- when that was made: another may have its number by now
) STRICT;

-- Whom each source of a document is proposed to be, and where people put it instead.
CREATE TABLE links (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  source TEXT NOT NULL,                            -- the source's key within the reading: p3
  identity INTEGER NOT NULL REFERENCES identities,
  said INTEGER REFERENCES identities,              -- who it is by the last decision on this source that stands; null without any
  confidence REAL NOT NULL,                        -- of the proposal, 0 to 1; 1 by the table of names
  reasons TEXT NOT NULL,                           -- JSON array: why, in words
  profile TEXT NOT NULL,                           -- JSON: what the document tells of the source
  UNIQUE (document, source)
) STRICT;
CREATE INDEX links_by_identity ON links (coalesce(said, identity), document);

-- By what a source may be found: checksums of the words of its names.
CREATE TABLE link_keys (
  key INTEGER NOT NULL,
  link INTEGER NOT NULL REFERENCES links ON DELETE CASCADE,
  PRIMARY KEY (key, link)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_keys_by_link ON link_keys (link);

-- By what a document of the same event may be found: checksums of its most telling words.
CREATE TABLE contexts (
  key INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX contexts_by_document ON contexts (document);

-- Identities that a later document shows to be one.
CREATE TABLE joins (
  one INTEGER NOT NULL REFERENCES identities,
  other INTEGER NOT NULL REFERENCES identities,
  confidence REAL NOT NULL,  -- 0 to 1
  reasons TEXT NOT NULL,     -- JSON array
  at TEXT NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX joins_by_other ON joins (other);

-- What people say: that two identities are the same, or not; or that one source is of another identity.
CREATE TABLE decisions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,   -- 32 hexadecimal digits, unique over all ledgers
  action TEXT NOT NULL CHECK (action IN ('same', 'differ')),
  one INTEGER NOT NULL REFERENCES identities,
  other INTEGER NOT NULL REFERENCES identities,
  placed INTEGER NOT NULL,   -- 1 where it is of a source (links.said), which was of `one` and is of `other`
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT NOT NULL,         -- empty where no reason was given
  undone TEXT,               -- when it was taken back, null where it stands
  undone_by TEXT
) STRICT;
CREATE INDEX decisions_by_one ON decisions (one);
CREATE INDEX decisions_by_other ON decisions (other);

-- The user's table of names: an identity for each of its lines.
CREATE TABLE names (
  identity INTEGER PRIMARY KEY REFERENCES identities,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,  -- JSON array
  identifier TEXT UNIQUE  -- what the user calls it elsewhere; null for none
) STRICT;

-- For people who look in with other programs.
CREATE VIEW identities_flat AS
  SELECT i.shown AS identity, n.name AS table_name, n.identifier AS identifier, l.document || ':' || l.source AS source,
         s.name AS name, s.kind AS kind, s.role AS role, s.description AS description, d.name AS document,
         d.published AS published, s.statements AS statements, l.confidence AS confidence, l.reasons AS reasons
  FROM links l JOIN linked k ON k.document = l.document JOIN documents d ON d.id = l.document AND d.reading = k.reading
  JOIN readings r ON r.id = k.reading AND r.made = k.made
  JOIN identities i ON i.id = coalesce(l.said, l.identity) LEFT JOIN names n ON n.identity = i.shown
  JOIN sources s ON s.reading = d.reading AND s.key = l.source;
