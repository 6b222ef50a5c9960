"""What the commands that run Plaudit share: where its data lies, its port, its children."""
