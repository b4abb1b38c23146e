"""What students see of their results, and when: the choice of their teacher."""
