"""Drawings of what the engines found: SVG, one small module a figure."""
