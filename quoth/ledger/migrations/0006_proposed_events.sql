-- Events that are proposed: documents side by side by what they tell.

-- What each document tells, and the event that it is proposed to be on.
CREATE TABLE event_profiles (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  event INTEGER REFERENCES events,  -- null for one that stands alone, and for a reprint
  same_as INTEGER,                  -- the document that this one reprints and stands with; null for the others
  headline REAL NOT NULL,           -- how much its headline says of what the documents of its event tell: the best is the event's
  terms TEXT NOT NULL               -- JSON object: its most telling words, names, figures and days, and how much each weighs
) STRICT;
CREATE INDEX event_profiles_by_event ON event_profiles (event) WHERE event IS NOT NULL;
CREATE INDEX event_profiles_by_same_as ON event_profiles (same_as) WHERE same_as IS NOT NULL;

-- By what a document on the same event may be found: checksums of what tells most in a document.
CREATE TABLE event_keys (
  key INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_keys_by_document ON event_keys (document);
