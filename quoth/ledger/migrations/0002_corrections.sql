-- What people said of readings. A line is added for each thing said and never changed; what comes of
-- them is the document's reading of kind 'corrected', made anew whenever they or the model's change.

CREATE TABLE corrections (
  number INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order in which they apply
  id TEXT NOT NULL UNIQUE,                   -- 32 hexadecimal digits, unique over all ledgers
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  action TEXT NOT NULL CHECK (action IN ('confirm', 'reject', 'edit', 'set_source', 'merge', 'split', 'add')),
  statement TEXT,                            -- key that the statement had then; null where it is of sources, or adds one
  value TEXT NOT NULL,                       -- JSON: what is said, with the words that it names and their places
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT NOT NULL                          -- empty where no reason was given
) STRICT;
CREATE INDEX corrections_by_document ON corrections (document);

-- Corrections that were taken back; they stay in the log and count no more.
CREATE TABLE undone (
  correction INTEGER PRIMARY KEY REFERENCES corrections ON DELETE CASCADE,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;

-- Corrections that do not fit the reading as it is now; they change nothing until they do.
CREATE TABLE conflicts (
  correction INTEGER PRIMARY KEY REFERENCES corrections ON DELETE CASCADE,
  reason TEXT NOT NULL
) STRICT;

-- For people who look in with other programs.
CREATE VIEW corrections_flat AS
  SELECT c.id AS id, d.name AS document, CASE WHEN c.statement IS NOT NULL THEN c.document || ':' || c.statement END AS statement,
         c.action AS action, json_extract(c.value, '$.statement.content.text') AS content, c.who AS who, c.at AS at, c.why AS why,
         u.at AS undone, u.who AS undone_by, f.reason AS conflict, c.value AS value
  FROM corrections c JOIN documents d ON d.id = c.document
  LEFT JOIN undone u ON u.correction = c.number LEFT JOIN conflicts f ON f.correction = c.number;

-- What is least sure is what people are shown first.
CREATE INDEX statements_unsure ON statements (confidence) WHERE confidence < 0.35 AND verdict IS NULL;
