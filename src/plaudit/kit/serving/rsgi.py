"""The parts of granian's interface (RSGI) that are used here, in one place: its module lists no exports."""

from __future__ import annotations

from granian.rsgi import (  # type: ignore[attr-defined]
    HTTPProtocol,
    ProtocolClosed,
    Scope,
)

__all__ = ["HTTPProtocol", "ProtocolClosed", "Scope"]
