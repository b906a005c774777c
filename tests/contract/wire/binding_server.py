"""The binding's own OpenAI-compatible server as a program: prints its address, serves until its input is closed.

python binding_server.py WEIGHTS.gguf CONTEXT_TOKENS
"""

import os
import sys

import xllamacpp


def main() -> None:
    """Serve on loopback."""
    given = xllamacpp.CommonParams()
    given.model.path = sys.argv[1]
    given.n_ctx = int(sys.argv[2])
    given.n_parallel = 1
    # Two threads that wait for each other on busy cores are slower than one.
    given.cpuparams.n_threads = given.cpuparams_batch.n_threads = 1
    given.hostnames = ["127.0.0.1"]
    given.port = 0
    given.ui = False
    given.verbosity = -1
    given.warmup = False
    server = xllamacpp.Server(given)
    print(server.listening_address, flush=True)
    sys.stdin.read()
    os._exit(0)  # the native destructors would wait for what is still being computed


if __name__ == "__main__":
    main()
