-- Random samples of the ledger, by which its readings are judged.
--
-- What is drawn is kept as it was then, so that a sample outlives reading anew; what people say of
-- it stands in the corrections alone. Numbers of documents refer to nothing: of a removed document
-- its judgements are left, and not a word.

CREATE TABLE samples (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  drawn TEXT NOT NULL,   -- when
  design TEXT NOT NULL   -- JSON object: how it was drawn, and from how much
) STRICT;

-- What is to be judged: a statement, or a passage in which all statements are to be marked.
CREATE TABLE sample_items (
  id INTEGER PRIMARY KEY,
  sample INTEGER NOT NULL REFERENCES samples ON DELETE CASCADE,
  number INTEGER NOT NULL,    -- from 1, in the order of review, which is random
  what TEXT NOT NULL CHECK (what IN ('statement', 'passage')),
  document INTEGER NOT NULL,
  spans TEXT NOT NULL,        -- JSON array of [start, end]: of the content, or of the passage
  text TEXT,                  -- what stands there; null once the document is removed
  done TEXT,                  -- when a person had marked all of the passage
  who TEXT,                   -- who had
  missed TEXT,                -- of a removed document: JSON array of [form, kind of source] that were missed
  UNIQUE (sample, number)
) STRICT;
CREATE INDEX sample_items_by_document ON sample_items (document);

-- The statements as they were drawn: that of an item, or those that the reading had in its passage.
CREATE TABLE sample_statements (
  item INTEGER NOT NULL REFERENCES sample_items ON DELETE CASCADE,
  key TEXT NOT NULL,      -- id within the reading: s12
  form TEXT NOT NULL,
  kind TEXT NOT NULL,     -- kind of source, or 'no source'
  band TEXT NOT NULL,     -- of its confidence
  source TEXT,            -- key of the source, in sample_sources
  spans TEXT NOT NULL,    -- JSON object: [start, end] of each piece of content, source and cue
  faults TEXT,            -- of a removed document: JSON array of what people found wrong; null where nobody judged
  PRIMARY KEY (item, key)
) STRICT, WITHOUT ROWID;

-- The sources of documents that statements or passages were drawn of, as they were then.
CREATE TABLE sample_sources (
  sample INTEGER NOT NULL REFERENCES samples ON DELETE CASCADE,
  document INTEGER NOT NULL,
  key TEXT NOT NULL,       -- id within the reading: p3
  kind TEXT NOT NULL,
  named INTEGER NOT NULL,  -- 1 where the document names it by a proper name
  name TEXT,               -- JSON array of [start, end]: the fullest proper name
  mentions TEXT NOT NULL,  -- JSON array of the spans of each mention
  PRIMARY KEY (sample, document, key)
) STRICT, WITHOUT ROWID;
