-- Events: documents that tell of one thing.

CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice
  key TEXT NOT NULL UNIQUE,              -- 16 hexadecimal digits, unique over all ledgers
  name TEXT UNIQUE                       -- what the people who made it call it; null for one that is proposed
) STRICT;

-- The documents that people put into events.
CREATE TABLE event_documents (
  event INTEGER NOT NULL REFERENCES events,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  PRIMARY KEY (event, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_documents_by_document ON event_documents (document);
