"""Who is asking, and the rules that say which rows they may see."""
