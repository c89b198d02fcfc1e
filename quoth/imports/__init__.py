"""What people marked in annotation tools, and what of it differs from a reading.

Every format is read into one record, `Marked`; `differences` turns it into corrections.
"""
