"""``python -m southsouth`` is the command ``southsouth``."""

from __future__ import annotations

from southsouth.cli import main

if __name__ == "__main__":
    main()
