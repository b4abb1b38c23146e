"""How each kind of item is shown and answered: one module a kind."""
