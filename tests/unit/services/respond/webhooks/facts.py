"""Announcements for tests, of which each says only what matters to its rule."""

from datetime import datetime, timedelta
from typing import Any

from services.respond.domain.webhooks.subject import Subject, Told
from services.respond.domain.webhooks.telling import Fact, hear, subject_of
from shared.contracts.case import CaseAnnounced
from shared.contracts.reply import ReplyChanged
from shared.contracts.storm import StormChanged
from tests.builders import NOON


def minutes(count: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=count)


def a_case(version: int, stage: str = "new", **fields: Any) -> CaseAnnounced:
    """A case of `discus`, changed `version` minutes after noon."""
    given = {
        "case_id": "c-1",
        "case_version": version,
        "brand": "discus",
        "network": "mastodon",
        "customer_key": "discus/mastodon/joe",
        "customer_handle": "joe",
        "stage": stage,
        "severity": "normal",
        "message_count": 1,
        "opened_at": NOON,
        "changed_at": minutes(version),
        **fields,
    }
    return CaseAnnounced.model_validate(given)


def a_reply(version: int, state: str, **fields: Any) -> ReplyChanged:
    """An answer on that case."""
    given = {
        "reply_id": "r-1",
        "case_id": "c-1",
        "case_version": version,
        "state": state,
        "author": "mira",
        "answers": "m-1",
        "network": "mastodon",
        "account_id": "discus@townsquare",
        "reason": "the words of a network, or of a colleague",
        "at": minutes(version),
        **fields,
    }
    return ReplyChanged.model_validate(given)


def a_storm(step: int, kind: str) -> StormChanged:
    """A storm of `discus`."""
    given = {
        "storm_id": "s-1",
        "step": step,
        "kind": kind,
        "brand": "discus",
        "intent": "delivery",
        "label": "Delivery",
        "authors": 12,
        "window_seconds": 600,
        "first_at": NOON,
        "latest_at": minutes(step),
        "at": minutes(step),
    }
    return StormChanged.model_validate(given)


def told(*facts: Fact) -> list[Told]:
    """What follows from these, heard one after the other."""
    subject = Subject(id=subject_of(facts[0]))
    found: list[Told] = []
    for fact in facts:
        subject, more = hear(subject, fact)
        found += more
    return found


def types(*facts: Fact) -> list[str]:
    """The types of what follows from these."""
    return [str(one.event.type) for one in told(*facts)]
