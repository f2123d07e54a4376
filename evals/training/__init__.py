"""Learning how the embedded judge weighs what it sees, and measuring it on stories that it has not learnt from.

The matrices are so small that several threads on one only wait for each other: with more processes than processors, ten
times as long. So each process works with one.
"""

import os

for _library in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_library, "1")
