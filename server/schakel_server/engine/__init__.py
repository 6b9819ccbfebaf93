"""Reading: operation, plan, one SQL statement, JSON bytes. Knows declarations, never a room by name."""
