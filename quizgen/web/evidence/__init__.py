"""Evidence: claims checked against reference texts, and what they suggest decided."""
