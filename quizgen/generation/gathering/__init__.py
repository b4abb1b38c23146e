"""Items about several claims at once: one module an operation, asked when the items of each claim stand."""
