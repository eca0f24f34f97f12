"""From announcements to events, subject by subject."""

from dataclasses import replace
from typing import assert_never

from services.respond.domain.webhooks.cases import case_events, case_seen
from services.respond.domain.webhooks.replies import reply_events, reply_seen
from services.respond.domain.webhooks.storms import storm_events, storm_seen
from services.respond.domain.webhooks.subject import Subject, Told, case_subject, numbered, storm_subject
from shared.contracts.case import CaseAnnounced
from shared.contracts.reply import ReplyChanged
from shared.contracts.storm import StormChanged

Fact = CaseAnnounced | ReplyChanged | StormChanged


def subject_of(fact: Fact) -> str:
    """Return the id of the subject that the fact is about."""
    return storm_subject(fact.storm_id) if isinstance(fact, StormChanged) else case_subject(fact.case_id)


def hear(subject: Subject, fact: Fact) -> tuple[Subject, tuple[Told, ...]]:
    """Return the subject after it was heard of, and what there is to tell. The same subject: it was known."""
    match fact:
        case CaseAnnounced():
            events = case_events(subject.case, fact)
            after = replace(subject, brand=fact.brand, case=case_seen(subject.case, fact))
        case ReplyChanged():
            before = subject.replies.get(fact.reply_id)
            events = reply_events(before, fact)
            after = replace(subject, replies={**subject.replies, fact.reply_id: reply_seen(before, fact)})
        case StormChanged():
            events = storm_events(subject.storm, fact)
            after = replace(subject, brand=fact.brand, storm=storm_seen(subject.storm, fact))
        case _:
            assert_never(fact)
    told = numbered(after, events)
    after = replace(after, told=after.told + len(events))
    return (subject, ()) if after == subject else (after, told)
