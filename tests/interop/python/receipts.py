"""Verifies a receipt with nothing but the published keys, as a unit would do it years later."""

import base64
import hashlib
import json
import urllib.request

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from office import HTTP_ADDRESS


def published_keys():
    with urllib.request.urlopen(f"http://{HTTP_ADDRESS}/.well-known/jwks.json", timeout=10) as answer:
        return {key["kid"]: key for key in json.load(answer)["keys"]}


def verified(signed, keys):
    """The content of a compact JWS (RFC 7515) signed with ES256; raises InvalidSignature."""
    header, content, signature = signed.split(".")
    protected = json.loads(_bytes(header))
    if protected["alg"] != "ES256":
        raise AssertionError(f"alg is {protected['alg']}")
    key = keys[protected["kid"]]
    point = ec.EllipticCurvePublicNumbers(_number(key["x"]), _number(key["y"]), ec.SECP256R1())
    raw = _bytes(signature)
    if len(raw) != 64:
        raise AssertionError(f"a signature of {len(raw)} bytes")
    pair = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    point.public_key().verify(pair, f"{header}.{content}".encode("ascii"), ec.ECDSA(hashes.SHA256()))
    return json.loads(_bytes(content))


def altered(signed):
    """The same receipt with one bit of its content changed."""
    header, content, signature = signed.split(".")
    raw = bytearray(_bytes(content))
    raw[len(raw) // 2] ^= 1
    return ".".join([header, base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii"), signature])


def digest(content):
    return hashlib.sha256(content).hexdigest()


def _bytes(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _number(text):
    return int.from_bytes(_bytes(text), "big")
