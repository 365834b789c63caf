"""What people said and did, kept sealed and kept exactly once, on SQLite or PostgreSQL."""
