"""Banks as files; YAML lives here and nowhere else."""
