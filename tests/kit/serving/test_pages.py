"""A WSGI application behind granian's RSGI, as people's browsers and proxies meet it."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.kit.serving.sample import BLOCK, PAGE


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = int(probe.getsockname()[1])
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "rsgi",
        "--no-ws",
        "--host",
        "127.0.0.1",
    ]
    command += ["--port", str(number), "tests.kit.serving.sample:app"]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    server = subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", number)).close()
            break
        except OSError:
            time.sleep(0.05)
    yield number
    server.terminate()
    server.wait(20)


def ask(
    port: int, method: str, path: str, body: bytes | Iterator[bytes] = b"", **headers: str
) -> tuple[int, bytes, list[tuple[str, str]]]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body, {n.replace("_", "-"): v for n, v in headers.items()})
    answer = connection.getresponse()
    found = answer.status, answer.read(), [(n.lower(), v) for n, v in answer.getheaders()]
    connection.close()
    return found


def told(
    port: int, path: str, method: str = "GET", body: bytes = b"", **headers: str
) -> dict[str, str]:
    status, content, _ = ask(port, method, path, body, **headers)
    assert status == 201
    return dict(json.loads(content))


def test_the_environment_is_that_of_wsgi(port: int) -> None:
    path = "/caf%C3%A9%20and%2Fmore?q=%41&b"
    seen = told(port, path, Host="awards.example.org", X_Forwarded_For="203.0.113.7", Cookie="a=1")
    assert seen["PATH_INFO"].encode("latin-1").decode() == "/café and/more"
    expected = {
        "QUERY_STRING": "q=%41&b",
        "REQUEST_METHOD": "GET",
        "HTTP_HOST": "awards.example.org",
        "HTTP_X_FORWARDED_FOR": "203.0.113.7",
        "HTTP_COOKIE": "a=1",
        "REMOTE_ADDR": "127.0.0.1",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "SCRIPT_NAME": "",
    }
    assert {name: seen[name] for name in expected} == expected


def test_a_header_with_an_underscore_cannot_pass_for_a_proxys(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(
            b"GET / HTTP/1.1\r\nHost: x\r\nX_Forwarded_For: 6.6.6.6\r\nCookie: a=1\r\nCookie: b=2\r\n"
            b"X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 2.2.2.2\r\nConnection: close\r\n\r\n"
        )
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    seen = json.loads(answer.partition(b"\r\n\r\n")[2])
    assert seen["HTTP_X_FORWARDED_FOR"] == "1.1.1.1,2.2.2.2"
    assert seen["HTTP_COOKIE"] == "a=1; b=2"


@pytest.mark.parametrize("size", [0, 1, 1024 * 1024, 1024 * 1024 + 1, 5_000_000])
def test_a_body_arrives_whole(port: int, size: int) -> None:
    body = os.urandom(size)
    seen = told(port, "/", "POST", body, Content_Type="application/octet-stream")
    assert (seen["length"], seen["digest"]) == (size, hashlib.sha256(body).hexdigest())
    assert seen["CONTENT_TYPE"] == "application/octet-stream"


def test_a_body_of_unknown_length_arrives_whole(port: int) -> None:
    status, content, _ = ask(port, "POST", "/", iter([b"a" * 70_000] * 30))
    assert (status, json.loads(content)["length"]) == (201, 2_100_000)


def test_head_has_the_headers_and_no_body(port: int) -> None:
    status, content, headers = ask(port, "HEAD", "/")
    assert (status, content) == (201, b"")
    assert [value for name, value in headers if name == "x-two"] == ["a", "b"]
    assert int(dict(headers)["content-length"]) > 0


def test_a_long_answer_comes_piece_by_piece_and_is_closed(port: int) -> None:
    before = int(ask(port, "GET", "/closed")[1])
    status, content, _ = ask(port, "GET", "/long")
    assert (status, len(content)) == (200, 100 * len(BLOCK))
    assert int(ask(port, "GET", "/closed")[1]) == before + 1


def test_a_page_is_compressed_for_who_reads_it_so(port: int) -> None:
    status, content, headers = ask(port, "GET", "/page", Accept_Encoding="gzip, deflate, br, zstd")
    told = dict(headers)
    assert (status, told["content-encoding"], gzip.decompress(content)) == (200, "gzip", PAGE)
    assert (told["vary"], int(told["content-length"])) == ("Cookie, Accept-Encoding", len(content))
    assert [value for name, value in headers if name == "set-cookie"] == ["a=1", "b=2"]
    assert len(content) < len(PAGE) / 4


def test_a_page_goes_out_as_it_is_to_who_does_not_say(port: int) -> None:
    _, content, headers = ask(port, "GET", "/page", Accept_Encoding="identity")
    assert content == PAGE
    assert dict(headers)["vary"] == "Cookie, Accept-Encoding"
    assert "content-encoding" not in dict(headers)


def test_what_is_streamed_is_left_alone(port: int) -> None:
    status, content, headers = ask(port, "GET", "/long", Accept_Encoding="br, gzip")
    assert (status, len(content)) == (200, 100 * len(BLOCK))
    assert {"content-encoding", "vary"} & set(dict(headers)) == set()


def test_a_client_that_goes_away_takes_no_thread_with_it(port: int) -> None:
    for _ in range(6):
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.sendall(b"GET /long HTTP/1.1\r\nHost: x\r\n\r\n")
            line.recv(100)
    for _ in range(4):
        assert ask(port, "GET", "/")[0] == 201


def test_an_application_that_breaks_is_a_500(port: int) -> None:
    assert ask(port, "GET", "/breaks")[:2] == (500, b"Something went wrong.")
    assert ask(port, "GET", "/")[0] == 201
