"""A school to measure: a bank, a class, a quiz on a real server, and students who sit it over real sockets."""
