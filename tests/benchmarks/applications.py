"""What is measured beside the whole site, each under gunicorn as the site itself."""

import os
import pickle
from pathlib import Path

from clinic_site.wsgi import application

PAGE = os.environ.get("BENCHMARK_PAGE")  # a file with the (status, headers, body) that `bare` answers with

uncached = application.application  # Django without the page cache in front of it


def _bare():
    status, headers, body = pickle.loads(Path(PAGE).read_bytes())

    def answer(environ, start_response):
        start_response(status, headers)
        return [body]

    return answer


bare = _bare() if PAGE else None
