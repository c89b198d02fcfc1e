-- The same utterance across documents, in any wording near it.
--
-- What is here can be found again from the statements; it stays so that a new document is compared
-- without redoing the rest.

-- Documents whose quotations were compared; one is compared anew when another reading of it counts.
CREATE TABLE compared (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  reading INTEGER NOT NULL,  -- the reading that was compared; it may have been replaced since
  made TEXT NOT NULL         -- when that was made: another may have its number by now
) STRICT;

-- Statements that pass on one utterance. Where many have the same words each stands with one of them only.
CREATE TABLE quotation_pairs (
  statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,  -- of the document that was added later
  other INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
  kind TEXT NOT NULL,    -- how their words differ at most: exact, surface, ... polarity
  shared REAL NOT NULL,  -- how much of the shorter one stands in both, 0 to 1
  PRIMARY KEY (statement, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX quotation_pairs_by_other ON quotation_pairs (other);
CREATE INDEX quotation_pairs_newest ON quotation_pairs (max(statement, other));
-- What stood with a statement that is gone may stand with another one.
CREATE TRIGGER quotation_pairs_gone AFTER DELETE ON quotation_pairs BEGIN
  DELETE FROM compared WHERE document IN
    (SELECT r.document FROM statements s JOIN readings r ON r.id = s.reading WHERE s.id IN (OLD.statement, OLD.other));
END;
