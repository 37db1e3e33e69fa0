import os

WHOLE = bool(os.environ.get("WHOLE"))  # set by `make test-all`; `make test` runs the short form
