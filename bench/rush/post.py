"""A mail server that takes every mail and keeps none: `python -m bench.rush.post --port 2525`."""

from __future__ import annotations

import argparse
import asyncio

ANSWERS = {b"EHLO": b"250 here", b"QUIT": b"221 gone", b"DATA": b"354 go on"}


async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Speak as much of SMTP (RFC 5321) as a client needs that sends plain mail."""
    writer.write(b"220 here\r\n")
    while line := await reader.readline():
        command = line[:4].upper()
        writer.write(ANSWERS.get(command, b"250 ok") + b"\r\n")
        if command == b"DATA":
            await reader.readuntil(b"\r\n.\r\n")
            writer.write(b"250 taken\r\n")
        if command == b"QUIT":
            break
        await writer.drain()
    writer.close()


async def serve(port: int) -> None:
    server = await asyncio.start_server(take, "127.0.0.1", port, limit=16 * 1024 * 1024)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.rush.post", description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    asyncio.run(serve(parser.parse_args().port))
