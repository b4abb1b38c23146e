"""From a claim to a question about one part of it: clause, names, and what else could have been the answer."""
