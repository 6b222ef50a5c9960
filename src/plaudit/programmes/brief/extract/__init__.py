"""From a file's bytes to blocks, one module a format."""
