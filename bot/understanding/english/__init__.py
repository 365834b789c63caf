"""English: plain words, feelings, fragments and rules."""
