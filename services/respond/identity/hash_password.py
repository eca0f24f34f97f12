"""`python -m services.respond.identity.hash_password`: what to put where `password_hash` of earshot.yaml points."""

import sys
from getpass import getpass

from argon2 import PasswordHasher

from services.respond.identity.passwords import LONGEST, SHORTEST, same


def main() -> None:
    """Ask for a password twice, or read one line where nobody is there to ask, and write its hash."""
    password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if not SHORTEST <= len(password) <= LONGEST:
        raise SystemExit(f"a password has {SHORTEST} to {LONGEST} characters")
    if sys.stdin.isatty() and getpass("Again: ") != password:
        raise SystemExit("those were two different passwords")
    sys.stdout.write(PasswordHasher().hash(same(password)) + "\n")


if __name__ == "__main__":
    main()
