"""The running stack: its processes by name, and one more of a kind where wanted."""

import asyncio
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deploy.local.child import Child
from deploy.local.home import Home
from deploy.local.infra import Backing
from deploy.local.ports import Ports
from deploy.local.processes import BY_NAME, DATABASE, ProcessSpec, process_environment
from deploy.local.readiness import http_ok
from deploy.local.secret_file import secrets_path
from deploy.local.stack_file import StackFile


@dataclass
class Stack:
    """What runs. `stack["route"]` is a process; further instances are `route-2`, `route-3`."""

    home: Home
    backing: Backing
    ports: Ports
    config: Path
    environment: dict[str, str]  # what every process is given
    table: Mapping[str, ProcessSpec] = field(default_factory=lambda: BY_NAME)
    processes: dict[str, Child] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Child:
        return self.processes[name]

    async def add(self, name: str, *, environment: Mapping[str, str] | None = None) -> Child:
        """Starts one more instance of a process of the table; `wait_ready` of it says when it is of use."""
        taken = sum(other == name or other.startswith(f"{name}-") for other in self.processes)
        instance = f"{name}-{taken + 1}" if taken else name
        child = self.processes[instance] = self._child(self.table[name], instance, environment or {})
        await child.start()
        return child

    def _child(self, spec: ProcessSpec, instance: str, more: Mapping[str, str]) -> Child:
        port = self.ports.take(instance, spec.port)
        data = self.home.path / instance
        data.mkdir(exist_ok=True)

        async def ready() -> bool:
            return await http_ok(port, spec.ready_path)

        own = process_environment(port=port, data_dir=data, config=self.config)
        return self.home.child(
            instance,
            spec.argv(port=port, data_dir=data),
            env={**self.environment, **own, **more},
            ready=ready,
            url=f"http://127.0.0.1:{port}",
        )

    def write_file(self) -> None:
        """Says in `stack.json` what runs now."""
        children = [*self.backing.children, *self.processes.values()]
        with_urls = {name: child.url for name, child in self.processes.items()}
        StackFile(
            backing=self.backing.kafka_title,
            kafka_kind=self.backing.kafka_kind,
            kafka_bootstrap=self.backing.kafka_bootstrap,
            mongo_url=self.backing.mongo_url,
            mongo_database=DATABASE,
            urls=with_urls,
            ports={name: int(url.rpartition(":")[2]) for name, url in with_urls.items()},
            pids={"supervisor": os.getpid()} | {child.name: child.pid for child in children if child.pid},
            secrets_file=str(secrets_path(self.home.path)),
        ).write(self.home.path)

    async def stop(self) -> None:
        """In reverse: the services, which started together, then the town square, which came first."""
        first, *services = self.processes.values()
        await asyncio.gather(*(child.stop() for child in services))
        await first.stop()
