"""Mail, mailboxes, newsletters and saved pages in mail form."""
