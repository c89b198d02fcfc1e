"""Nothing lost: a fault at every write of every command that writes to a ledger."""
