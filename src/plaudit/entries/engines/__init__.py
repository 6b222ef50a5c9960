"""Pure engines: plain values in and out, no Django, no engine imports another."""
