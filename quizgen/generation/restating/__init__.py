"""Saying the same with other words and in another order: changes that leave the meaning alone, put together."""
