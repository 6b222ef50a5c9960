"""The patterns and rules that `engines.guard` puts together."""
