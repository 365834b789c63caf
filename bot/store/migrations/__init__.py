"""The versions of the database, oldest first in `versions`; each says what it changes."""
