"""What the trainee learns from: the coach's note, the debrief, the curves and their picture."""
