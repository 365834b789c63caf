"""Practising in a terminal: the same bot, with buttons as numbers, for ssh and screen readers."""
