"""``python -m benchmarks``: everything that is measured with no human; each module also runs alone."""

from benchmarks import generation

if __name__ == "__main__":
    generation.main([])
