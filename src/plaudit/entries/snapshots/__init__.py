"""What of each kind of evidence judges read: a function a kind, from the entry's parts to plain JSON."""
