"""Speed against peers, in one run on one machine: `make bench`, or `python -m tests.benchmarks --help`."""
