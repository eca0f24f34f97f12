"""A mention: something a customer said in public (or to us in private), as every network's connector delivers it."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from shared.contracts.contract import Contract, Part, UtcDatetime
from shared.contracts.identity import customer_key

Text = Annotated[str, Field(max_length=40_000)]
Short = Annotated[str, Field(max_length=512)]
Url = Annotated[str, Field(max_length=4_096)]
Tier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$")]


class MentionKind(StrEnum):
    """What happened to the post.

    `echo`: our own post in answer to a customer, whether published by us or in the network's own app. `author` is the
    customer whom it answers, `thread.parent_id` their post (None where the network no longer tells), `text` what we
    said, `native_id` our post.
    """

    CREATED = "created"
    EDITED = "edited"
    DELETED = "deleted"
    ENGAGEMENT = "engagement"
    ECHO = "echo"


class Trigger(StrEnum):
    """Why the post reached us."""

    MENTION = "mention"
    REPLY = "reply"
    QUOTE = "quote"
    COMMENT = "comment"
    REVIEW = "review"
    DM = "dm"
    KEYWORD = "keyword"
    FEED_ITEM = "feed_item"
    TICKET = "ticket"


class Visibility(StrEnum):
    """Who can read the post, widest first. A reply is never wider than what it answers."""

    PUBLIC = "public"
    UNLISTED = "unlisted"
    FOLLOWERS = "followers"
    DIRECT = "direct"
    PRIVATE = "private"


class Author(Part):
    """Who wrote it; of an echo, whom it answers.

    `id` is the network's global identity (actor URI, DID, user id); None for anonymous reviews. `tier` is what the
    sender's CRM says of the customer ("gold"); public networks never tell it.
    """

    id: Short | None = None
    handle: Short | None = None
    display_name: Short | None = None
    url: Url | None = None
    is_bot: bool = False
    verified: bool = False
    followers: Annotated[int, Field(ge=0)] | None = None
    created_at: UtcDatetime | None = None
    tier: Tier | None = None


class Thread(Part):
    """Where it stands in a conversation, in native ids. Mastodon does not tell the root."""

    root_id: Short | None = None
    parent_id: Short | None = None
    parent_author_id: Short | None = None
    conversation_id: Short | None = None


class Entity(Part):
    """A mention, link or hashtag inside `text`; `start` and `end` count code points."""

    type: Literal["mention", "link", "hashtag"]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    target_id: Short | None = None
    url: Url | None = None


class Language(Part):
    """BCP 47 tags as the author's client declared them (unreliable), and what was detected, if anything was."""

    declared: tuple[Short, ...] = ()
    detected: Short | None = None
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None


class Metrics(Part):
    """A snapshot of engagement. None means unknown, which is not 0."""

    likes: Annotated[int, Field(ge=0)] | None = None
    reposts: Annotated[int, Field(ge=0)] | None = None
    replies: Annotated[int, Field(ge=0)] | None = None
    quotes: Annotated[int, Field(ge=0)] | None = None
    views: Annotated[int, Field(ge=0)] | None = None
    as_of: UtcDatetime | None = None


class Rating(Part):
    """Stars of a review: `value` out of `max`."""

    value: float
    max: float


class Media(Part):
    """An attachment. It is not fetched at ingest."""

    type: Short
    url: Url
    alt: Text | None = None
    mime: Short | None = None
    width: int | None = None
    height: int | None = None


class Delivery(Part):
    """How it reached us: the transport, the transport's own id of the delivery, and what vouched for the sender."""

    transport: Literal["poll", "stream", "webhook"]
    delivery_id: Short | None = None
    verified: Short | None = None


class Raw(Part):
    """The original bytes: their digest and size, and the text itself while it travels on care.mentions."""

    sha256: Short
    size: Annotated[int, Field(ge=0)]
    media_type: Short = "application/json"
    body: str | None = None


class Mention(Contract):
    """A customer's post was created, edited or deleted, its engagement changed, or we answered it (CHANNELS, 5)."""

    ce_type: ClassVar[str] = "care.mention.v1"

    version: Literal[1] = 1
    event_id: Short
    brand: Short
    kind: MentionKind = MentionKind.CREATED
    network: Short
    authority: Short | None = None
    account_id: Short
    native_id: Short
    api_id: Short | None = None
    revision: Short = "0"
    trigger: Trigger = Trigger.MENTION
    author: Author = Author()
    thread: Thread = Thread()
    text: Text = ""
    text_raw: Text | None = None
    format: Literal["html", "markdown", "facets", "plain"] = "plain"
    entities: tuple[Entity, ...] = ()
    lang: Language = Language()
    visibility: Visibility = Visibility.PUBLIC
    audience: Annotated[int, Field(ge=0)] | None = None
    metrics: Metrics | None = None
    rating: Rating | None = None
    media: tuple[Media, ...] = ()
    sensitive: bool = False
    content_warning: Text | None = None
    labels: tuple[Short, ...] = ()
    permalink: Url | None = None
    occurred_at: UtcDatetime
    edited_at: UtcDatetime | None = None
    platform_indexed_at: UtcDatetime | None = None
    received_at: UtcDatetime
    deliveries: tuple[Delivery, ...] = ()
    raw: Raw | None = None

    @property
    def customer_key(self) -> str:
        """`brand/network/author`: the Kafka key, and the key of the customer's one live case."""
        return customer_key(brand=self.brand, network=self.network, author_id=self.author.id, native_id=self.native_id)
