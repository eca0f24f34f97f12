"""`python -m tests.bench.profiled FILE MODULE [ARGUMENT ...]`: runs a module as itself, leaves its profile in FILE."""

import cProfile
import runpy
import sys


def main() -> None:
    """A signal ends the module in its own way, so the profile is written when it has ended."""
    file, module, *arguments = sys.argv[1:]
    sys.argv = [module, *arguments]
    profile = cProfile.Profile()
    profile.enable()
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    finally:
        profile.disable()
        profile.dump_stats(file)


if __name__ == "__main__":
    main()
