from __future__ import annotations

import io
from pathlib import Path

import pytest

from plaudit.kit.clamd import ScannerDown, is_there, virus_in
from tests.factories.clamd import LARGEST_STREAM, a_clamd, a_clamd_by_tcp
from tests.factories.files import EICAR


def test_a_virus_is_named_and_a_clean_file_passes_by_either_road(tmp_path: Path) -> None:
    for road in (a_clamd(tmp_path), a_clamd_by_tcp()):
        with road as address:
            assert is_there(address)
            assert virus_in(io.BytesIO(b"words" * 100_000), address) == ""
            assert virus_in(io.BytesIO(b"before" + EICAR), address) == "Eicar-Test-Signature"
            assert virus_in(io.BytesIO(b""), address) == ""


@pytest.mark.parametrize(
    "address", ["unix:/nowhere/clamd.ctl", "tcp://127.0.0.1:1", "127.0.0.1:1", "nonsense", ""]
)
def test_a_scanner_that_is_not_there_passes_nothing(address: str) -> None:
    assert not is_there(address)
    with pytest.raises(ScannerDown):
        virus_in(io.BytesIO(b"x"), address)


def test_a_file_that_the_scanner_will_not_take_is_not_passed(tmp_path: Path) -> None:
    with a_clamd(tmp_path) as address, pytest.raises(ScannerDown):
        virus_in(io.BytesIO(b"0" * (LARGEST_STREAM + 200_000)), address)
