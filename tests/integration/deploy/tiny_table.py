"""The table of processes with stand-ins for the services; the town square is the real one."""

from dataclasses import replace

from deploy.local.processes import SERVICES, TOWNSQUARE

TINY = {
    TOWNSQUARE.name: TOWNSQUARE,
    **{spec.name: replace(spec, follows="never", module="tests.integration.deploy.tiny_service") for spec in SERVICES},
}
