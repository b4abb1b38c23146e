"""What students see, as their teacher sets it and as they meet it."""
