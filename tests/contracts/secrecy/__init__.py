"""Keys never leave the server before their time."""
