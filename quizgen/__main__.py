"""``python -m quizgen`` is the command line."""

from quizgen.cli.main import main

if __name__ == "__main__":
    main()
