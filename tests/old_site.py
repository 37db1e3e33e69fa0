"""Export files as WordPress writes them, made of the items that a test names."""

from urllib.parse import quote

from django.utils.text import slugify

ADDRESS = "https://old.example"
NAMESPACE = "http://wordpress.org/export/1.2/"


def make_export(*items, categories=(), tags=(), authors=("editor",), address=ADDRESS, language="en-US"):
    """The text of an export file. `categories` and `tags` are Terms of the file's own lists, with names in HTML."""
    lists = [
        *(f"<wp:author><wp:author_login>{cdata(name)}</wp:author_login></wp:author>" for name in authors),
        *(
            f"<wp:category><wp:term_id>{term.id}</wp:term_id><wp:category_nicename>{cdata(quoted(term.slug))}"
            f"</wp:category_nicename><wp:category_parent>{cdata(quoted(term.parent))}</wp:category_parent>"
            f"<wp:cat_name>{cdata(term.name)}</wp:cat_name></wp:category>"
            for term in categories
        ),
        *(
            f"<wp:tag><wp:term_id>{term.id}</wp:term_id><wp:tag_slug>{cdata(quoted(term.slug))}</wp:tag_slug>"
            f"<wp:tag_name>{cdata(term.name)}</wp:tag_name></wp:tag>"
            for term in tags
        ),
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8" ?>',
            f'<rss version="2.0" xmlns:excerpt="{NAMESPACE}excerpt/"',
            '\txmlns:content="http://purl.org/rss/1.0/modules/content/"',
            f'\txmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="{NAMESPACE}">',
            f"<channel><title>Old Clinic</title><link>{address}</link><language>{language}</language>",
            "<wp:wxr_version>1.2</wp:wxr_version>",
            f"<wp:base_site_url>{address}</wp:base_site_url><wp:base_blog_url>{address}</wp:base_blog_url>",
            *lists,
            *items,
            "</channel></rss>\n",
        ]
    )


def make_item(
    number,
    title="Stiff neck in the morning",
    body="A stiff neck often comes from the night.",
    *,
    type="post",
    status="publish",
    slug=None,
    link=None,
    guid=None,
    date="2022-06-18 08:30:00",
    gmt="2022-06-18 13:30:00",
    excerpt="",
    author="editor",
    parent=0,
    order=0,
    password="",
    file_address="",
    categories=None,
    tags=None,
    language="",
    group="",
    meta=None,
    comments=(),
):
    """An item of an export.

    `title`, `excerpt` and the names in `categories` and `tags`, {slug: name}, are HTML. `meta` is {key: value}, with a
    list of values for a key that comes more than once. Each of `comments` is what a visitor wrote.
    """
    slug = slugify(title) if slug is None else slug
    if link is None:
        folder = f"/{date[:4]}/{date[5:7]}" if type == "post" else ""
        has_address = slug and status not in ("draft", "pending", "future")
        link = f"{ADDRESS}{folder}/{quoted(slug)}/" if has_address else f"{ADDRESS}/?p={number}"
    terms = [
        *(("language", each, each) for each in [language] if each),
        *(("post_translations", each, each) for each in [group] if each),
        *(("category", *pair) for pair in (categories or {}).items()),
        *(("post_tag", *pair) for pair in (tags or {}).items()),
    ]
    return "\n".join(
        [
            f"<item><title>{cdata(title)}</title><link>{link}</link><pubDate></pubDate>",
            f"<dc:creator>{cdata(author)}</dc:creator>",
            f'<guid isPermaLink="false">{guid or f"{ADDRESS}/?p={number}"}</guid><description></description>',
            f"<content:encoded>{cdata(body)}</content:encoded><excerpt:encoded>{cdata(excerpt)}</excerpt:encoded>",
            f"<wp:post_id>{number}</wp:post_id><wp:post_date>{cdata(date)}</wp:post_date>",
            f"<wp:post_date_gmt>{cdata(gmt)}</wp:post_date_gmt><wp:post_name>{cdata(quoted(slug))}</wp:post_name>",
            f"<wp:status>{cdata(status)}</wp:status><wp:post_parent>{parent}</wp:post_parent>",
            f"<wp:menu_order>{order}</wp:menu_order><wp:post_type>{cdata(type)}</wp:post_type>",
            f"<wp:post_password>{cdata(password)}</wp:post_password><wp:is_sticky>0</wp:is_sticky>",
            *([f"<wp:attachment_url>{cdata(file_address)}</wp:attachment_url>"] if file_address else []),
            *(
                f'<category domain="{domain}" nicename="{quoted(each)}">{cdata(name)}</category>'
                for domain, each, name in terms
            ),
            *(
                f"<wp:postmeta><wp:meta_key>{cdata(key)}</wp:meta_key><wp:meta_value>{cdata(value)}</wp:meta_value>"
                "</wp:postmeta>"
                for key, values in (meta or {}).items()
                for value in ([values] if isinstance(values, str | int) else values)
            ),
            *(
                "<wp:comment><wp:comment_author_email>visitor@mail.example</wp:comment_author_email>"
                f"<wp:comment_content>{cdata(words)}</wp:comment_content></wp:comment>"
                for words in comments
            ),
            "</item>",
        ]
    )


def make_picture(
    number, file="2022/06/shoulder.jpg", *, sizes=(), original="", alternative_text="", meta=None, **changes
):
    """An attachment whose file is in the folder of uploads, with the names of its smaller `sizes`."""
    name = file.rpartition("/")[2]
    found = {
        "width": 400,
        "file": file,
        "sizes": {f"size{at}": {"file": size, "width": 300} for at, size in enumerate(sizes)},
        **({"original_image": original} if original else {}),
    }
    meta = {
        "_wp_attached_file": file,
        "_wp_attachment_metadata": serialize(found),
        **({"_wp_attachment_image_alt": alternative_text} if alternative_text else {}),
        **(meta or {}),
    }
    address = f"{ADDRESS}/wp-content/uploads/{file}"
    fields = {"title": name.rpartition(".")[0], "body": "", "guid": address, "status": "inherit", **changes}
    return make_item(number, type="attachment", file_address=address, meta=meta, **fields)


def cdata(text):
    """As WordPress writes it: the end of a section inside the text is split over two sections."""
    return f"<![CDATA[{str(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def quoted(slug):
    """As WordPress keeps a slug: percent-coded, in lower case."""
    return quote(slug, safe="").lower()


def serialize(value):
    """As PHP's serialize() writes it."""
    if isinstance(value, dict):
        return f"a:{len(value)}:{{{''.join(serialize(each) for pair in value.items() for each in pair)}}}"
    if isinstance(value, int):
        return f"i:{value};"
    return f's:{len(value.encode())}:"{value}";'
