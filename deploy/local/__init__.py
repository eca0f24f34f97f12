"""The stack of `make run`: everything Earshot needs, as child processes of one supervisor, without Docker.

async with infra(data_dir) as backing: ...    # one Kafka and one MongoDB, for tests and measurements
async with stack(data_dir) as running: ...    # those and every process of Earshot, for end-to-end tests
"""
