"""Text that is searched: how it becomes terms, and how a question becomes terms to look for."""
