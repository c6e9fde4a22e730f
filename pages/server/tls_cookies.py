"""Cookies of a server that is reached by TLS: Streamlit itself lets its own travel without."""

from starlette.types import Message, Send


def for_tls_alone(send: Send) -> Send:
    """Return a sender whose cookies a browser sends by TLS alone."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [(name, _secure(name, value)) for name, value in message["headers"]]}
        await send(message)

    return sent


def _secure(name: bytes, value: bytes) -> bytes:
    return value + b"; Secure" if name.lower() == b"set-cookie" and b"; secure" not in value.lower() else value
