"""Canadian French: plain words, feelings, fragments and rules."""
