"""What Earshot costs, as ratios to a floor measured in the same run: `python -m tests.bench --help`.

A floor is the least program that does the same input and output on the same Kafka and MongoDB, and nothing else:
F1 mentions to cases (`floors/worker.py`), F2 requests to acknowledged records (`floors/door.py`), F3 one behind the
other, F4 deadlines to records of them (`floors/clock.py`), F5 posts to tokens (`reading/floor.py`, without Kafka and
MongoDB), F6 mentions to mentions (`floors/passing.py`). Floor and pipeline take turns, so that whatever else the
machine does meets both. No figure is asserted; only a mention or a deadline that is missing, or there twice, fails a
run.
"""
