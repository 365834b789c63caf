"""The use cases of practising; they know scenarios and encounters, and no messenger."""
