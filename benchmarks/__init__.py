"""What is measured, and how; figures go to stdout."""
