"""Web pages written by hand."""

WAGGLE = "A bee that has found food dances in the hive, and the others read it."
ARTICLE = (
    "<p>The honey bee finds its way by the sun &amp; by the shape of the land."
    '<sup><a href="#note">1</a></sup> It remembers both of them for days.</p>'
)


def page(body: str, head: str = "", attributes: str = "") -> str:
    """Return a page."""
    return f"<!doctype html><html><head>{head}</head><body {attributes}>{body}</body></html>"


PAGE = page(
    f"""
<div id="cookie-banner"><p>We use cookies and so do our many partners all over the world.</p></div>
<header><h1>The Daily Meadow</h1>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav></header>
<div id="page">
  <article class="post">
    <header><h1>How bees find flowers</h1><p class="byline">By Juniper Quill</p></header>
    <div class="shareButtons"><a href="#">Tweet this</a></div>
    {ARTICLE}
    <h2>Dances</h2>
    <p>{WAGGLE}</p>
    <ul><li>The round dance is for food that is near.</li><li>The waggle dance is for food that is far away.</li></ul>
    <figure><img src="bee.png" alt=""><figcaption>A bee on a flower.</figcaption></figure>
    <table><tr><th>Kind</th><th>Distance</th></tr><tr><td>Round</td><td>50 m</td></tr></table>
    <aside><p>Wasps are not bees, as our guide to all the wasps of the meadow tells.</p></aside>
    <div class="ad-slot"><p>Our printed guide to the wildlife of the meadow can be ordered here.</p></div>
    <pre>let x = 1;</pre>
    <p style="display: none">Nobody sees this.</p>
    <form><label>Send me more</label></form>
    <p>The others follow it, and they find the food.</p>
  </article>
  <section id="comments"><p>I liked this article a lot, and I told all of my friends about it.</p>
</section>
</div>
<footer><p>All rights reserved by the meadow.</p></footer>
""",
    head="<title>How bees find flowers | The Daily Meadow</title><script>var hidden;</script><style>p {}</style>",
    attributes='class="has-sidebar comments-open"',
)
