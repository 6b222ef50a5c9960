from __future__ import annotations

import gzip

import pytest

from plaudit.kit.serving.compression import NOT_WORTH_IT, Headers, lightened, reads_gzip

PAGE = b"<p>One of many lines.</p>" * 100
HTML = ("Content-Type", "text/html; charset=utf-8")
BROWSER = {"accept-encoding": "gzip, deflate, br, zstd"}


def encoding_of(headers: Headers, body: bytes = PAGE, **asked: str) -> str:
    sent, _ = lightened(headers, body, {**BROWSER, **asked})
    return dict(sent).get("Content-Encoding", "")


@pytest.mark.parametrize(
    ("accepted", "reads"),
    [
        ("gzip, deflate, br, zstd", True),
        ("br;q=1.0, GZIP ; q=0.5", True),
        ("gzip;q=0.01", True),
        ("gzip;q=0", False),
        ("br, gzip; q=0.000", False),
        ("gzip-not, x-gzip, brotli", False),
        ("identity", False),
        ("*", False),
        ("", False),
        (";;,=,q", False),
    ],
)
def test_who_reads_gzip(accepted: str, reads: bool) -> None:
    assert reads_gzip(accepted) is reads


@pytest.mark.parametrize(
    "kind",
    ["text/css", "text/csv; charset=utf-8", "application/pdf", "application/json", "image/png", ""],
)
def test_what_is_no_page_is_left_alone(kind: str) -> None:
    headers = [("Content-Type", kind), ("Vary", "Cookie")]
    assert lightened(headers, PAGE, BROWSER) == (headers, PAGE)


def test_what_is_compressed_already_is_left_alone() -> None:
    headers = [HTML, ("Content-Encoding", "gzip")]
    assert lightened(headers, PAGE, BROWSER) == (headers, PAGE)


def test_a_short_page_goes_out_as_it_is_and_varies_all_the_same() -> None:
    short = b"x" * (NOT_WORTH_IT - 1)
    assert lightened([HTML], short, BROWSER) == ([HTML, ("Vary", "Accept-Encoding")], short)


def test_a_page_with_a_tag_of_its_bytes_keeps_those_bytes() -> None:
    assert encoding_of([HTML, ("ETag", '"1"')]) == ""


def test_the_bytes_come_back() -> None:
    headers, body = lightened([HTML, ("content-length", "2500")], PAGE, BROWSER)
    assert gzip.decompress(body) == PAGE
    assert [value for name, value in headers if name.lower() == "content-length"] == [
        str(len(body))
    ]


@pytest.mark.parametrize(
    ("site", "for_one", "for_all"),
    [
        ("none", "gzip", "gzip"),
        ("same-origin", "gzip", "gzip"),
        ("cross-site", "", "gzip"),
        ("same-site", "", "gzip"),
    ],
)
def test_another_site_never_learns_how_well_a_persons_page_compresses(
    site: str, for_one: str, for_all: str
) -> None:
    private, public = ("Cache-Control", "private, no-store"), ("Cache-Control", "public, max-age=9")
    asked = {"sec-fetch-site": site}
    assert encoding_of([HTML, private], **asked) == for_one
    assert encoding_of([HTML], **asked) == for_one
    assert encoding_of([HTML, public], **asked) == for_all
