"""Text in, our own parsed sentences out; spaCy and lemminflect live here and nowhere else."""
