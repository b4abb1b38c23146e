"""Items: one module a kind says what it is, when it is valid, its key, and the credit for a response."""
