"""One module a gate: a proposal passes, waits for a person, or is refused, with a reason."""
