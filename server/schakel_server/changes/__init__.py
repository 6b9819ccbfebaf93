"""That something changed, and what hangs on it."""
