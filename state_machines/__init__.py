"""The subject: pure rules, with no input or output, no clock and no text."""
