"""What a person is told when everything runs."""

from rich.console import Console

from deploy.local.running import Stack
from deploy.local.secret_file import secrets_path


def welcome(running: Stack, console: Console) -> None:
    """Lines that are never broken, so that an address can be clicked or copied."""

    def line(text: str = "") -> None:
        console.print(text, markup=False, highlight=False, soft_wrap=True)

    line()
    for name, address, role in _rows(running):
        line(f"{name:<18} {address:<26} {role}".rstrip())
    line()
    if "respond-api" in running.processes:
        secrets = secrets_path(running.home.path)
        line(f"Console  {running['respond-api'].url}")
        line(f"Sign in  as mira (supervisor), joris or ada (admin); EARSHOT_PASSWORD_MIRA and so on are in {secrets}")
    line(f"Logs     {running.home.path / 'logs'}")
    line("Ctrl-C ends everything.")
    line()


def _rows(running: Stack) -> list[tuple[str, str, str]]:
    processes = [
        (name, child.url, running.table[name].role if name in running.table else "one more")
        for name, child in running.processes.items()
    ]
    ground = running.backing
    return [*processes, ("kafka", ground.kafka_bootstrap, ground.kafka_title), ("mongodb", ground.mongo_url, "")]
