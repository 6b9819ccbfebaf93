"""Run one contender: `python -m tests.benchmarks.serve NAME PORT DATABASE_URL`."""

import sys

import uvicorn

from tests.benchmarks.contenders import CONTENDERS


def main() -> None:
    name, port, database_url = sys.argv[1:]
    uvicorn.run(
        CONTENDERS[name](database_url),
        host="127.0.0.1",
        port=int(port),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )


if __name__ == "__main__":
    main()
