"""The Faust app, made when asked for and never at import."""

from typing import Final

import faust

from services.classify.settings import StormSettings
from services.classify.storm_guards import KeepingFlow
from services.classify.storm_tables import WrittenTable
from shared.contracts.topics import SIGNALS

_MOCK_PARTITIONS: Final = 4


def storm_app(settings: StormSettings) -> faust.App:
    """Return a Faust app with no agents yet.

    On librdkafka's mock cluster topics cannot be created, they appear when first used, and are gone when it ends: so
    there the tables are in memory, and what they knew is lost with the cluster, though not with this process.
    """
    brokers = [f"kafka://{address.strip()}" for address in settings.kafka_bootstrap.split(",")]
    app = faust.App(
        settings.storm_group,
        broker=brokers,
        broker_client_id=settings.storm_group,
        autodiscover=False,
        web_enabled=False,
        Table=WrittenTable,
        store="memory://" if settings.kafka_mock else "rocksdb://",
        datadir=str(settings.data_dir / "storms"),
        topic_partitions=_MOCK_PARTITIONS if settings.kafka_mock else SIGNALS.partitions,
        topic_replication_factor=settings.storm_replication,
        topic_allow_declare=not settings.kafka_mock,
        topic_disable_leader=True,
        table_standby_replicas=0,
        stream_wait_empty=False,  # what is not acknowledged is read again; waiting for it can last for ever
        key_serializer="raw",
        value_serializer="raw",
        broker_commit_interval=1,
        broker_session_timeout=6,
        broker_heartbeat_interval=1,
        producer_acks=-1,
        producer_linger=0.005,
    )
    app.flow_control = KeepingFlow()
    return app
