"""Why a command was not carried out."""

from collections.abc import Iterable


class Refused(Exception):
    """The case does not allow this now. `code` is for programs, the message for people, `detail` for both."""

    def __init__(self, code: str, message: str, **detail: object) -> None:
        super().__init__(message)
        self.code = code
        self.detail = detail


def merged(case_id: str, into: str | None) -> Refused:
    """Return the refusal of anything on a case that another one goes on for, naming that."""
    return Refused("merged", f"case {case_id} was merged into {into}; go on there", merged_into=into)


def illegal(what: str, stage: str, legal: Iterable[str]) -> Refused:
    """Return the refusal of something that is not legal from this stage, naming from where it is."""
    where = sorted(legal)
    return Refused(
        "illegal_transition",
        f"cannot {what} a case that is {stage}; it must be {' or '.join(where)}",
        stage=stage,
        legal=where,
    )
