"""Creating topics."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import for_code


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTopicSpec:
    """A topic as the broker is to have it."""

    name: str
    partitions: int
    config: Mapping[str, str]


async def create_topics(bootstrap: str, specs: list[NewTopicSpec], *, replication: int) -> list[str]:
    """Create the topics that are not there yet; return their names. Existing ones are left as they are.

    Raises KafkaError when the broker refuses one.
    """
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap, client_id="earshot-prepare")
    await admin.start()
    try:
        present = set(await admin.list_topics())
        missing = [spec for spec in specs if spec.name not in present]
        if not missing:
            return []
        answer = await admin.create_topics(
            [
                NewTopic(
                    name=spec.name,
                    num_partitions=spec.partitions,
                    replication_factor=replication,
                    topic_configs=dict(spec.config),
                )
                for spec in missing
            ]
        )
        for name, code, *_ in answer.topic_errors:
            error = for_code(code)
            if code and error.__name__ != "TopicAlreadyExistsError":
                raise error(f"topic {name}: {error.__name__}")
        return [spec.name for spec in missing]
    finally:
        await admin.close()
