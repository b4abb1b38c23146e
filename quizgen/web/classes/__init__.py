"""Classes, their codes and their rosters."""
