"""The laws of the house, as machine checks; each is also shown able to fail."""
