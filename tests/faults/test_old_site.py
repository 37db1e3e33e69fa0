"""An import from the old site that is killed, and two at the same time: each article is there whole, and once."""

import re
import signal
import subprocess

import pytest

from tests.faults.patients import ask
from tests.old_site import make_export, make_item
from tests.running_site import wait_until

POSTS = 150
DID_NOT_COME = re.compile("“Stiff neck [0-9]+” was not imported: (.*)")


class OldSite:
    """An export of an old site and the choices of an editor who publishes it."""

    def __init__(self, site, folder, name, first):
        self.site, self.address = site, f"https://{name}.example"
        self.numbers = range(first, first + POSTS)
        items = [
            make_item(
                number,
                f"Stiff neck {number}",
                f"The {name} pillow number {number}.",
                slug=f"{name}-{number}",
                link=f"{self.address}/2022/06/{name}-{number}/",
                guid=f"{self.address}/?p={number}",
                categories={name: name.title()},
            )
            for number in self.numbers
        ]
        self.export, self.choices = folder / "export.xml", folder / "choices.toml"
        self.export.write_text(make_export(*items, address=self.address), encoding="utf-8")
        self.choices.write_text('publish = "Our doctors wrote it."\n', encoding="utf-8")
        self.name = name

    @property
    def arguments(self):
        return ["import_wordpress", str(self.export), "--choices", str(self.choices)]

    def plan(self):
        """The digest of the plan; None if there is nothing to do."""
        told = self.site.manage(*self.arguments)
        assert told.returncode == 0, told.stderr
        found = re.search("--apply ([0-9a-f]{64})", told.stdout)
        return found and found[1]

    def start(self, digest):
        return subprocess.Popen(
            [self.site.python, "manage.py", *self.arguments, "--apply", digest],
            cwd=self.site.root, env=self.site.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def came(self):
        """{number: key of its text}"""
        rows = self.site.query(
            "SELECT post_id, text_id FROM clinic_site_importeditem WHERE site = ?", f"{self.name}.example"
        )
        assert len(rows) == len(dict(rows))
        return dict(rows)

    def assert_whole(self):
        """Whatever has come has its words, can be found, and is led to; nothing else of the old site is there."""
        came, name = self.came(), self.name
        texts = self.site.query(
            "SELECT t.id, t.slug, t.body, t.indexed_text, t.state, a.id FROM articles_articletext t "
            "JOIN articles_article a ON a.id = t.article_id WHERE t.slug LIKE ?",
            f"{name}-%",
        )
        assert {row[0] for row in texts} == set(came.values())
        assert len({row[5] for row in texts}) == len(texts)
        for _, slug, body, indexed, state, _ in texts:
            number = slug.removeprefix(f"{name}-")
            assert (body, state) == (f"<p>The {name} pillow number {number}.</p>", "published")
            assert {name, "pillow", number} <= set(indexed.split())
        redirects = self.site.query(
            "SELECT old_path, new_path FROM django_redirect WHERE new_path LIKE ?", f"%/{name}-%"
        )
        assert dict(redirects) == {
            old: f"/articles/{name}-{number}/"
            for number in came
            for old in (f"/2022/06/{name}-{number}/", f"/{name}-{number}/", f"/?p={number}", f"/?page_id={number}")
        }
        wordings = self.site.query(
            "SELECT text_id FROM articles_wording JOIN articles_articletext t ON t.id = text_id WHERE t.slug LIKE ?",
            f"{name}-%",
        )
        assert sorted(row[0] for row in wordings) == sorted(came.values())


@pytest.mark.whole
def test_an_import_that_is_killed_leaves_whole_articles_and_is_completed_by_the_next(site, tmp_path):
    old_site = OldSite(site, tmp_path, "killed", first=900_000)
    digest = old_site.plan()
    process = old_site.start(digest)
    wait_until(lambda: len(old_site.came()) > 20, seconds=30, what="some articles")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert 20 < len(old_site.came()) < POSTS
    old_site.assert_whole()

    refused = old_site.start(digest)
    _, said = refused.communicate(timeout=60)
    assert (refused.returncode, "That is not the plan any more" in said) == (1, True)
    completed = old_site.start(old_site.plan())
    completed.communicate(timeout=60)
    assert completed.returncode == 0
    assert set(old_site.came()) == set(old_site.numbers)
    old_site.assert_whole()
    assert old_site.plan() is None
    number = old_site.numbers[-1]
    status, headers, _ = ask(site, "GET", f"/?p={number}")
    assert (status, headers["Location"]) == (301, f"/articles/killed-{number}/")
    assert ask(site, "GET", headers["Location"])[0] == 200


def test_report_of_which_only_the_beginning_is_read_ends_quietly(site, tmp_path):
    old_site = OldSite(site, tmp_path, "piped", first=920_000)
    process = subprocess.Popen(
        [site.python, "manage.py", *old_site.arguments],
        cwd=site.root, env=site.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout.readline().strip()
    process.stdout.close()
    assert (process.stderr.read(), process.wait(timeout=60)) == ("", 0)


@pytest.mark.whole
def test_two_imports_at_the_same_time_bring_each_article_once(site, tmp_path):
    old_site = OldSite(site, tmp_path, "twice", first=910_000)
    digest = old_site.plan()
    processes = [old_site.start(digest) for _ in range(2)]
    said = [process.communicate(timeout=60) for process in processes]

    assert set(old_site.came()) == set(old_site.numbers)
    old_site.assert_whole()
    articles = sum(int(found[1]) for out, _ in said if (found := re.match("([0-9]+) articles? imported", out)))
    assert articles == POSTS
    assert 1 in [process.returncode for process in processes]
    for process, (_, errors) in zip(processes, said, strict=True):
        sentences = set(DID_NOT_COME.findall(errors))
        if process.returncode:
            assert sentences or "That is not the plan any more" in errors
        assert sentences <= {"It couldn’t be saved. Run the import again; if it fails again, check the log."}
    assert old_site.plan() is None
