"""Files that people send: what is taken, what is made of them, and in what words the rest is refused.

Nothing here imports Django: `examining` runs in a child process with little memory and time (`kit.confined`).
"""
