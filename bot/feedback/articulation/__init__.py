"""The trainee's own account of an encounter: what it covers, and what it says without ground."""
