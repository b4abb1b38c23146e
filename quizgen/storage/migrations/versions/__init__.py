"""One file a revision. A revision never imports the tables: it says what the schema was, not what it is."""
