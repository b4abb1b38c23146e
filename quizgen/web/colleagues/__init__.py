"""The people of a bank: invited, given a duty, taken out."""
