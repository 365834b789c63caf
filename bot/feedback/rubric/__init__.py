"""The rubric: twelve items from 1 to 5, each with the turns that show it."""
