"""``python -m benchmarks [FILE or FOLDER...]``: all that is measured with no human; each module also runs alone."""

import sys

from benchmarks import evidence, generation, statement_only

if __name__ == "__main__":
    generation.main(sys.argv[1:])
    print()
    statement_only.main(sys.argv[1:])
    print()
    evidence.main(sys.argv[1:])
