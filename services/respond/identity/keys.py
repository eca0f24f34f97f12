"""The public keys of a JWKS that tokens may be signed with. Each key has one algorithm, whatever a token says."""

from collections.abc import Mapping
from typing import Any, Final

import structlog
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt import PyJWK
from jwt.exceptions import PyJWTError

log = structlog.get_logger()

_ALGORITHMS: Final = {("RSA", None): "RS256", ("EC", "P-256"): "ES256", ("OKP", "Ed25519"): "EdDSA"}
_MOST: Final = 100
_LONGEST_ID: Final = 256
_FEWEST_BITS: Final = 2048

Keys = Mapping[str, PyJWK]
"""By kid."""


def keys_of(document: Mapping[str, Any]) -> Keys:
    """Return the keys that are of use. What is none is left out: one odd key must not lock everybody out."""
    listed = document.get("keys")
    found: dict[str, PyJWK] = {}
    ambiguous: set[str] = set()
    for one in listed[:_MOST] if isinstance(listed, list) else ():
        key = _key(one) if isinstance(one, dict) else None
        if key is None or key.key_id is None:
            continue
        if key.key_id in found:
            ambiguous.add(key.key_id)
        found[key.key_id] = key
    if ambiguous:
        log.warning("the identity provider has several keys of one kid; none of them counts", kids=len(ambiguous))
    return {kid: key for kid, key in found.items() if kid not in ambiguous}


def _key(data: dict[str, Any]) -> PyJWK | None:
    kind, curve = data.get("kty"), data.get("crv")
    algorithm = _ALGORITHMS.get((str(kind), None if kind == "RSA" else str(curve)))
    if algorithm is None or not _is_for_signatures(data, algorithm):
        return None
    try:
        key = PyJWK(data, algorithm)
    except (PyJWTError, ValueError, TypeError):
        return None
    weak = isinstance(key.key, RSAPublicKey) and key.key.key_size < _FEWEST_BITS
    return None if weak else key


def _is_for_signatures(data: Mapping[str, Any], algorithm: str) -> bool:
    kid, operations = data.get("kid"), data.get("key_ops", ["verify"])
    return (
        isinstance(kid, str)
        and 0 < len(kid) <= _LONGEST_ID
        and "d" not in data  # a private key; whoever publishes one, anybody signs with it
        and data.get("use", "sig") == "sig"
        and data.get("alg", algorithm) == algorithm
        and isinstance(operations, list)
        and "verify" in operations
    )
