"""A small server that speaks OpenAI's protocol on 127.0.0.1, and behaves as badly as the tests want."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What is sent for one request. `text` becomes a chat completion; `cut`: the stream ends after that many pieces;
    `raw` is sent instead, whatever it is; `tokens` are what the prompt is said to have cost."""

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    error: str = ""
    finish: str = "stop"
    refusal: str | None = None
    wait: float = 0.0
    cut: int | None = None
    raw: bytes | None = None
    tokens: int = 100


Behaviour = Callable[[Request, int], Answer]


class OpenAIServer:
    """`asked`: the bodies of all requests so far."""

    def __init__(self, behaviour: Behaviour | Sequence[Answer | str]) -> None:
        self.asked: list[Request] = []
        self.keys: list[str] = []
        self._behaviour = behaviour if callable(behaviour) else _in_turn(behaviour)
        self._lock = threading.Lock()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None: ...

            def do_GET(self) -> None:
                _send(self, 200, {"object": "list", "data": [{"id": "desk-1", "object": "model"}]}, {})

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with server._lock:
                    server.asked.append(body)
                    server.keys.append(self.headers.get("Authorization", ""))
                    answer = server._behaviour(body, len(server.asked))
                _reply(self, body, answer)

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/v1"
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@contextmanager
def serving(behaviour: Behaviour | Sequence[Answer | str]) -> Iterator[OpenAIServer]:
    server = OpenAIServer(behaviour)
    try:
        yield server
    finally:
        server.close()


def without(*features: str) -> Callable[[Behaviour], Behaviour]:
    """A server that refuses requests which have one of these fields, as many do, in these very words."""

    def made(behaviour: Behaviour) -> Behaviour:
        def answer(request: Request, number: int) -> Answer:
            form = (request.get("response_format") or {}).get("type")
            for feature in features:
                if feature in request or feature == form:
                    return Answer(status=400, error=f"Unsupported parameter: {feature!r} is not supported")
            return behaviour(request, number)

        return answer

    return made


def _in_turn(answers: Sequence[Answer | str]) -> Behaviour:
    def answer(request: Request, number: int) -> Answer:
        found = answers[min(number, len(answers)) - 1]
        return Answer(found) if isinstance(found, str) else found

    return answer


def _reply(handler: BaseHTTPRequestHandler, request: Request, answer: Answer) -> None:
    time.sleep(answer.wait)
    if answer.raw is not None:
        handler.send_response(answer.status)
        for name, value in answer.headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(answer.raw)))
        handler.end_headers()
        handler.wfile.write(answer.raw)
    elif answer.status != 200:
        _send(handler, answer.status, {"error": {"message": answer.error, "type": "error"}}, answer.headers)
    elif request.get("stream"):
        _stream(handler, answer)
    else:
        message = {"role": "assistant", "content": answer.text, "refusal": answer.refusal}
        choice = {"index": 0, "message": message, "finish_reason": answer.finish}
        usage = {"prompt_tokens": answer.tokens, "completion_tokens": 20, "total_tokens": answer.tokens + 20}
        whole = {"id": "c", "object": "chat.completion", "created": 0, "model": "desk-1", "choices": [choice]}
        _send(handler, 200, {**whole, "usage": usage}, answer.headers)


def _stream(handler: BaseHTTPRequestHandler, answer: Answer) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Connection", "close")
    if answer.cut is not None:
        handler.send_header("Content-Length", "1000000")  # so that the end is seen to come too early
    handler.end_headers()
    pieces = [answer.text[i : i + 16] for i in range(0, len(answer.text), 16)]
    for piece in pieces[: answer.cut]:
        _event(handler, {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None})
    handler.close_connection = True
    if answer.cut is None:
        _event(handler, {"index": 0, "delta": {}, "finish_reason": answer.finish})
        handler.wfile.write(b"data: [DONE]\n\n")


def _event(handler: BaseHTTPRequestHandler, choice: dict[str, Any]) -> None:
    chunk = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "desk-1", "choices": [choice]}
    handler.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")
    handler.wfile.flush()


def _send(handler: BaseHTTPRequestHandler, status: int, body: object, headers: dict[str, str]) -> None:
    data = json.dumps(body).encode()
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(data)))
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data)
