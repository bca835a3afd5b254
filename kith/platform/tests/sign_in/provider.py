"""A small OpenID Connect provider on this machine: RS256, a JWKS, PKCE checked; for tests of signing on."""

import base64
import hashlib
import json
import threading
import time
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "kith", "a-secret-of-the-tests"
# The library's own half second would be waited for after each test.
SECONDS_TO_NOTICE_ITS_END = 0.02


@cache
def _key() -> rsa.RSAPrivateKey:
    """The provider's own key: long to make, and the same for all tests."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider:
    """Vouches for one person; what it says of her can be changed."""

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {"sub": "u-1", "email": "ann@example.org", "email_verified": True, "acr": "AAL2"}
        self.key = _key()
        self.signing_key = self.key
        self.asked: dict[str, str] = {}
        self.server = HTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=[SECONDS_TO_NOTICE_ITS_END], daemon=True)
        self.thread.start()

    def close(self) -> None:
        """Stop answering."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def authorize(self, location: str) -> str:
        """Sign in at the provider, as the browser sent there would; the address it is sent back to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert "openid" in asked["scope"].split()
        assert asked["code_challenge_method"] == "S256"
        self.asked = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': 'the-code', 'state': asked['state']})}"

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Exchange the code, once the client and its verifier are right."""
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        is_right = (form["code"], form["client_secret"], challenge) == (
            "the-code",
            SECRET,
            self.asked["code_challenge"],
        )
        if not is_right:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        said = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300} | self.claims
        signed = jwt.encode(said, self.signing_key, algorithm="RS256", headers={"kid": "one"})
        return 200, {"access_token": "access", "token_type": "Bearer", "expires_in": 300, "id_token": signed}

    def answer(self, method: str, path: str, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """What the provider says at this address."""
        match method, path:
            case "GET", "/.well-known/openid-configuration":
                return 200, {
                    "issuer": self.url,
                    "authorization_endpoint": f"{self.url}/authorize",
                    "token_endpoint": f"{self.url}/token",
                    "userinfo_endpoint": f"{self.url}/userinfo",
                    "jwks_uri": f"{self.url}/jwks",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            case "GET", "/jwks":
                public = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
                return 200, {"keys": [public | {"kid": "one", "use": "sig", "alg": "RS256"}]}
            case "POST", "/token":
                return self.token(form)
            case "GET", "/userinfo":
                return 200, self.claims
        return 404, {}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def _say(self, method: str) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                form = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
                status, body = provider.answer(method, urlsplit(self.path).path, form)
                written = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(written)))
                self.end_headers()
                self.wfile.write(written)

            def do_GET(self) -> None:  # the name is http.server's
                self._say("GET")

            def do_POST(self) -> None:  # the name is http.server's
                self._say("POST")

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler
