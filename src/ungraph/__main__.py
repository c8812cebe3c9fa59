"""``python -m ungraph`` is the command ``ungraph``."""

from ungraph.cli.app import main

if __name__ == "__main__":
    main()
