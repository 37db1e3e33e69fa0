# The site as a container image: docker build --tag clinic . (compose.yaml starts it together with all that it needs.)
# It runs the commands of the services in docs/deploy/, as a user that may write to the two volumes alone.
FROM debian:13-slim AS packages
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates make python3-venv \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/clinic
COPY Makefile requirements.lock ./
RUN make .venv/ready

FROM debian:13-slim
# PostgreSQL's client programs make the backups. Debian's security updates come with each new build.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates postgresql-client python3 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --system --gid 10001 clinic \
    && useradd --system --uid 10001 --gid clinic --home-dir /nonexistent --shell /usr/sbin/nologin clinic \
    && install --directory --owner=clinic --group=clinic --mode=700 /var/lib/clinic /var/backups/clinic
WORKDIR /srv/clinic
COPY --from=packages /srv/clinic/.venv .venv
COPY . .
ENV DATA_DIR=/var/lib/clinic BACKUP_DIR=/var/backups/clinic BIND=0.0.0.0 PORT=8000 PYTHONDONTWRITEBYTECODE=1
VOLUME ["/var/lib/clinic", "/var/backups/clinic"]
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --start-period=30s --interval=10s --timeout=5s \
    CMD ["python3", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD [".venv/bin/gunicorn", "-c", "clinic_site/gunicorn.conf.py"]
