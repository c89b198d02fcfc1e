-- Documents, what the model read in them, and the index over both.
--
-- Offsets count characters (Unicode code points) of documents.text from 0; an end is one past the
-- last character. Times are ISO 8601, UTC. Texts hold the documents' words as they are; half a
-- surrogate pair, which UTF-8 cannot say, stands as U+FFFD.

-- The bytes that documents were read from, each once.
CREATE TABLE originals (
  digest TEXT PRIMARY KEY,  -- SHA-256 of the bytes, hexadecimal like all hashes here
  size INTEGER NOT NULL,    -- in bytes
  packed BLOB               -- zlib (RFC 1950); null where only the hash was to be kept
) STRICT;

-- One row for each version of each document.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, not even after a removal
  fingerprint TEXT NOT NULL UNIQUE,      -- SHA-256 of text, blocks and metadata: the same is kept once
  lineage TEXT,                          -- address, or absolute path, that versions share; null for records without either
  version INTEGER NOT NULL,              -- from 1 within the lineage, in the order of adding
  name TEXT NOT NULL,                    -- what it was called when it was added first
  original TEXT REFERENCES originals,    -- null for a record of a table or a stream
  reading INTEGER REFERENCES readings DEFERRABLE INITIALLY DEFERRED,  -- the reading that counts: people's, else the model's
  wording TEXT NOT NULL,                 -- SHA-256 of the words alone: reprints of one text share it
  kin INTEGER,                           -- the first document with these words, or of this lineage; null where it is this
  characters INTEGER NOT NULL,           -- length of text
  title TEXT,
  outlet TEXT,
  published TEXT,                        -- ISO 8601, as the document says
  modified TEXT,
  language TEXT,                         -- BCP 47
  address TEXT,                          -- canonical address of a page
  authors TEXT NOT NULL,                 -- JSON array of names
  found TEXT NOT NULL,                   -- JSON object: where the document says each of these
  columns TEXT NOT NULL,                 -- JSON array of [name, value]: a table's other columns, a mail's headers
  "references" TEXT NOT NULL,            -- JSON array of [start, end, block]: marks of notes
  added TEXT NOT NULL,
  layout BLOB,                           -- where characters stand in the original, packed; null for plain text
  text TEXT NOT NULL,                    -- last, so that all before it is read without it
  UNIQUE (lineage, version)
) STRICT;
CREATE INDEX documents_by_wording ON documents (wording);
CREATE INDEX documents_by_outlet ON documents (outlet);
CREATE INDEX documents_by_published ON documents (published);
CREATE INDEX documents_by_original ON documents (original);

-- Every name under which a document was met: a second copy adds a row here and nothing else.
CREATE TABLE sightings (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  name TEXT NOT NULL,
  input TEXT NOT NULL,  -- the input that held it
  at TEXT NOT NULL,
  PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_by_name ON sightings (name);

-- Files given to be added; one that is done is not opened again while its bytes are the same.
CREATE TABLE inputs (
  name TEXT PRIMARY KEY,  -- absolute path
  digest TEXT NOT NULL,   -- SHA-256 of its bytes
  at TEXT NOT NULL
) STRICT;

-- What could not be read, and why.
CREATE TABLE failures (
  name TEXT PRIMARY KEY,
  input TEXT NOT NULL,  -- the input that held it
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- What was taken out for good; nothing of the text is kept.
CREATE TABLE removals (
  document INTEGER PRIMARY KEY,  -- the number it had
  fingerprint TEXT NOT NULL,     -- so that it is not added again by mistake
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX removals_by_fingerprint ON removals (fingerprint);

-- Structural pieces of a document, in reading order.
CREATE TABLE blocks (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,  -- from 0
  kind TEXT NOT NULL,       -- title, deck, byline, dateline, heading, paragraph, quotation, item, caption, footnote, table
  spans TEXT NOT NULL,      -- JSON array of [start, end]
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- What was found in a document: by a model, or by people who corrected that.
CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('model', 'corrected')),
  model TEXT NOT NULL,  -- name and version
  made TEXT NOT NULL,
  own_voice REAL,       -- share of the text that is attributed to nobody, 0 to 1
  statements INTEGER NOT NULL,
  kin INTEGER NOT NULL,  -- first document with the words of this one, or of its lineage: they count once
  first INTEGER,         -- id of its first statement; no other reading has ids between it and those that follow; null without any
  UNIQUE (document, kind)
) STRICT;
CREATE INDEX readings_by_model ON readings (kind, model);
CREATE INDEX readings_by_first ON readings (first, kin);

-- Of whom a document passes on statements.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  key TEXT NOT NULL,       -- id within the reading: p3
  kind TEXT NOT NULL,      -- person, government, organisation, outlet, document, group, unspecified, author
  named INTEGER NOT NULL,  -- 1 where the document names it by a proper name
  name TEXT,               -- the fullest proper name in the document
  role TEXT,
  affiliation TEXT,
  reason TEXT,             -- why no name is given, in the text's words
  description TEXT,        -- the first description
  statements INTEGER NOT NULL,  -- how many it answers for in this reading
  UNIQUE (reading, key)
) STRICT;
CREATE INDEX sources_by_name ON sources (name COLLATE NOCASE) WHERE name IS NOT NULL;

-- Places of sources: name, description, mention, role, affiliation, reason.
CREATE TABLE source_spans (
  source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
  part TEXT NOT NULL,
  item INTEGER NOT NULL,   -- from 0: a source has many mentions
  piece INTEGER NOT NULL,  -- from 0: a span may be in several pieces
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (source, part, item, piece)
) STRICT, WITHOUT ROWID;

-- Content that somebody is made to answer for.
CREATE TABLE statements (
  id INTEGER PRIMARY KEY,      -- day published (days since 0001-01-01; 0 where unknown) * 2^32 + a number: newest are last
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  key TEXT NOT NULL,           -- id within the reading: s12
  source INTEGER REFERENCES sources,
  source_text TEXT,            -- the words that name the source here
  cue_text TEXT,
  content TEXT NOT NULL,       -- pieces joined by ' … '
  cited_text TEXT,             -- the document that a citation behind it names
  start INTEGER NOT NULL,      -- where the content begins
  block INTEGER NOT NULL,      -- the block in which it begins
  place TEXT NOT NULL,         -- JSON: line and column, page, element, ... of its beginning
  form TEXT NOT NULL,          -- direct, indirect, mixed
  within INTEGER REFERENCES statements DEFERRABLE INITIALLY DEFERRED,  -- the innermost statement around it
  lemma TEXT,                  -- the cue's own word
  act TEXT,                    -- assert, deny, accuse, ...
  stance TEXT,                 -- endorses, neutral, distances
  polarity TEXT,               -- positive, negative
  basis TEXT,                  -- list or study that the stance rests on
  certainty REAL,              -- -3 to 3
  confidence REAL NOT NULL,    -- 0 to 1
  verdict TEXT                 -- what people said of it: confirmed, edited, added, ...; null where nobody did
) STRICT;
CREATE INDEX statements_by_reading ON statements (reading, start);
CREATE INDEX statements_by_source ON statements (source);
CREATE INDEX statements_by_within ON statements (within) WHERE within IS NOT NULL;

-- Places of a statement's parts: source, cue, content, cited.
CREATE TABLE statement_spans (
  statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
  part TEXT NOT NULL,
  piece INTEGER NOT NULL,  -- from 0
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (statement, part, piece)
) STRICT, WITHOUT ROWID;

-- Quantities.
CREATE TABLE figures (
  id INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  number INTEGER NOT NULL,  -- from 0 within the reading
  statement INTEGER REFERENCES statements,  -- the innermost statement that holds it; null in own voice
  text TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  low REAL,                 -- null where open, as is high
  high REAL,
  bound TEXT NOT NULL,      -- exact, about, at_least, ...
  unit TEXT,                -- null for counts
  "of" TEXT,                -- what is counted
  of_spans TEXT,            -- JSON array of [start, end]
  same INTEGER,             -- number of the figure that it restates
  as_of INTEGER,            -- number of the date that it holds for
  UNIQUE (reading, number)
) STRICT;
CREATE INDEX figures_by_statement ON figures (statement) WHERE statement IS NOT NULL;

-- Expressions of time (TimeML, TIMEX3).
CREATE TABLE dates (
  id INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  number INTEGER NOT NULL,  -- from 0 within the reading
  statement INTEGER REFERENCES statements,  -- as in figures
  text TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  type TEXT NOT NULL,       -- date, time, duration, set
  value TEXT,               -- null where it could not be resolved
  how TEXT NOT NULL,        -- what it was resolved against
  anchor_start INTEGER,     -- the expression that it was resolved against
  anchor_end INTEGER,
  UNIQUE (reading, number)
) STRICT;
CREATE INDEX dates_by_statement ON dates (statement) WHERE statement IS NOT NULL;

-- What the index of statements holds: words of content, source and outlet, and marks by which
-- statements are chosen without being read one by one: formdirect, actdeny, kindperson, withfigure.
CREATE VIEW statement_texts AS
  SELECT s.id AS id, s.content AS content,
         coalesce(s.source_text, '') || ' ' || coalesce(p.name, '') || ' ' || coalesce(p.role, '')
         || ' ' || coalesce(p.affiliation, '') AS source,
         coalesce(d.outlet, '') AS outlet,
         'form' || s.form || coalesce(' act' || replace(s.act, '_', ''), '') || coalesce(' kind' || p.kind, '')
         || CASE WHEN EXISTS (SELECT 1 FROM figures f WHERE f.statement = s.id) THEN ' withfigure' ELSE '' END AS marks
  FROM statements s JOIN readings r ON r.id = s.reading JOIN documents d ON d.reading = r.id AND d.id = r.document
  LEFT JOIN sources p ON p.id = s.source;
-- The index of statements (FTS5), of readings that count alone; rowid is statements.id.
CREATE VIRTUAL TABLE statement_words USING fts5 (
  content, source, outlet, marks, content = 'statement_texts', content_rowid = 'id', columnsize = 0,
  tokenize = "unicode61 remove_diacritics 2"
);
-- The index of documents' texts; rowid is documents.id.
CREATE VIRTUAL TABLE document_words USING fts5 (
  text, content = 'documents', content_rowid = 'id', columnsize = 0, tokenize = "unicode61 remove_diacritics 2"
);

-- Views for people who look in with other programs.

-- Words of statements, a row for each piece of a part.
CREATE VIEW spans AS
  SELECT r.document AS document, s.key AS statement, p.part AS part, p.piece AS piece, p.start AS start, p."end" AS "end",
         substr(d.text, p.start + 1, p."end" - p.start) AS text
  FROM statement_spans p JOIN statements s ON s.id = p.statement
  JOIN readings r ON r.id = s.reading JOIN documents d ON d.reading = r.id;
-- Statements, with what belongs to them.
CREATE VIEW statements_flat AS
  SELECT d.id || ':' || s.key AS id, d.name AS document, d.title AS title, d.outlet AS outlet, d.published AS published,
         d.version AS version, s.source_text AS source, p.name AS source_name, p.kind AS source_kind, p.named AS source_named,
         p.role AS source_role, s.cue_text AS cue, s.lemma AS cue_lemma, s.act AS act, s.stance AS stance,
         s.content AS content, s.form AS form, CASE WHEN o.id IS NOT NULL THEN d.id || ':' || o.key END AS within,
         s.polarity AS polarity, s.certainty AS certainty, s.confidence AS confidence, s.verdict AS verdict,
         s.cited_text AS cited, s.block AS block, s.start AS start, s.place AS place
  FROM documents d JOIN statements s ON s.reading = d.reading
  LEFT JOIN sources p ON p.id = s.source LEFT JOIN statements o ON o.id = s.within;
-- Figures, also those in a document's own voice.
CREATE VIEW figures_flat AS
  SELECT d.name AS document, d.published AS published, CASE WHEN s.id IS NOT NULL THEN d.id || ':' || s.key END AS statement,
         s.source_text AS source, f.text AS text, f.low AS low, f.high AS high, f.bound AS bound, f.unit AS unit,
         f."of" AS "of", f.start AS start
  FROM documents d JOIN figures f ON f.reading = d.reading LEFT JOIN statements s ON s.id = f.statement;
-- Sources of each document, and how many statements each answers for.
CREATE VIEW sources_flat AS
  SELECT d.name AS document, d.published AS published, d.id || ':' || p.key AS id, p.name AS name, p.kind AS kind,
         p.named AS named, p.description AS description, p.role AS role, p.affiliation AS affiliation, p.reason AS reason,
         p.statements AS statements
  FROM documents d JOIN sources p ON p.reading = d.reading;
