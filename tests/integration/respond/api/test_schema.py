"""The OpenAPI document is kept: no answer that it does not declare, no fault of ours, whatever is asked."""

import itertools
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    ignored_auth,
    negative_data_rejection,
    positive_data_acceptance,
    unsupported_method,
)

from tests.builders import a_case
from tests.integration.respond.api.conftest import KEYS, Site
from tests.integration.respond.api.served import Served, served

_CASE = a_case()


@pytest.fixture(scope="module")
def fuzzed(backing: object) -> Iterator[Served]:
    """The application with one case in it."""
    with served(backing.mongo_url) as running:  # type: ignore[attr-defined]
        running.open(_CASE)
        yield running


def test_every_answer_is_a_declared_one(fuzzed: Served) -> None:
    """Half of the requests are about a case that is there. The stream has no end, so it is tested elsewhere."""
    document = schemathesis.openapi.from_url(f"{fuzzed.url}/v1/openapi.json").exclude(path="/v1/stream")
    operations = [found.ok() for found in document.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) >= 33

    for operation in operations:
        _fuzz(operation)


def _fuzz(operation: Any) -> None:
    count = itertools.count()
    cases = st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in _modes(operation)))

    @settings(max_examples=15, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=cases)
    def ask(case: Any) -> None:
        if next(count) % 2 and "case_id" in (case.path_parameters or {}):
            case.path_parameters["case_id"] = _CASE.id
        case.call_and_validate(
            headers={"Authorization": f"Bearer {KEYS['ada']}"},
            # What is well-formed can still be unknown or not allowed now; the key that a broken request lacks is added.
            # So many wrong keys are slowed down (test_slow_down.py); who gets where without one: test_matrix_roles.py.
            excluded_checks=[positive_data_acceptance, negative_data_rejection, unsupported_method, ignored_auth],
        )

    ask()


def _modes(operation: Any) -> list[schemathesis.GenerationMode]:
    """Requests as the document says, and requests that break it, where there is anything to break."""
    parts = (operation.body, operation.query, operation.headers, operation.path_parameters)
    both = [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE]
    return both if any(parts) else both[:1]


async def test_the_document_is_openapi_31_with_tags_examples_and_problems(nobody: httpx2.AsyncClient) -> None:
    document = (await nobody.get("/v1/openapi.json")).json()

    assert document["openapi"].startswith("3.1")
    assert document["security"] == [{"agentKey": []}]
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            assert set(operation["tags"]) <= {tag["name"] for tag in document["tags"]}, (method, path)
            assert operation["summary"], (method, path)
            assert operation["description"], (method, path)
            for status, answer in operation["responses"].items():
                if status >= "400":
                    assert list(answer["content"]) == ["application/problem+json"], (method, path, status)
    asked = {name: schema for name, schema in document["components"]["schemas"].items() if name.endswith("In")}
    assert {"ReplyIn", "SnoozeIn", "HoldIn", "ApproveIn", "RefuseIn", "MergeIn", "PresenceIn"} <= set(asked)
    for name, schema in asked.items():
        assert schema["examples"], name
        assert schema["additionalProperties"] is False, name


def test_pages_are_not_part_of_the_document(site: Site) -> None:
    assert all(path.startswith("/v1/") for path in site.app.openapi()["paths"])
