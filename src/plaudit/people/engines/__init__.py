"""Pure engines of the register: plain values in and out, no Django."""
