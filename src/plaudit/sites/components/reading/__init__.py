"""An entry as it is read: the same words and the same template for a judge and for who wrote it."""
