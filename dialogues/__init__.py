"""What authors write, and the code that reads it."""
