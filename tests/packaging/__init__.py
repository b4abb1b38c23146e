"""The product as it is installed: a wheel in an empty environment."""
