"""Short texts of our own, for tests that need prose; every name in them is made up or a plain place."""

HARBOUR = """# The Harbour of Lindry

The harbour of Lindry was built in 1874 by the engineer Hazel Ashdown. It has often been called the safest harbour on
the coast. In 1912, the town signed an agreement with three shipping companies. The agreement did not cover fishing
boats.

## Trade and people

Most families in Lindry work in the harbour. Some merchants trade in salt. The town's exports of salt increased from
$2 million in 1950 to $5 million in 1960. Lindry and Marwick share a lighthouse, and Marwick pays for its upkeep.

The harbour is common ground for both towns. Historians believe that the old lighthouse was damaged by a storm. It
seems that the channel is getting shallower. The harbour board seeks to attract larger ferries. Visitors will find a new
museum near the pier.
"""

ARTICLE_WITH_FURNITURE = """Why Rivers Bend

By Juniper Quill

March 3, 2019

Share this article on Facebook

Rivers bend because water flows faster on the outside of a curve. The faster water carries soil away. The slower water
on the inside lets soil settle, and the bend grows.

Old bends

When a bend becomes very tight, the river may cut through its neck. The old bend then stays behind as a lake.

Related articles

Ten lakes to visit this summer

Juniper Quill is a science writer based in Lindry. She regularly writes about rivers and has a dog.

Leave a Comment

© 2019 The Lindry Letter. All rights reserved.
"""

ESSAY = """Does Norway Support Iceland

On the surface, Norway and Iceland appear to be friends, but their ties are uneven. Both countries fish in cold waters.
Norway takes a harder line on sanctions against foreign trawlers.

In its speeches, Norway has been vocal in its support of Iceland and in its criticism of the sanctions. Iceland has also
accused Norway of taking too many herring. Many neighbours have voiced their opposition to the uation.

Money and ships

In 1954, Norway provided Iceland with a $25 million loan. Norway's exports to Iceland increased from $43 million in 1950
to $91 million in 1958. In 1956, Norway and Iceland signed an agreement on lighthouses, which allowed for the building
of the Grimfell lighthouse in Iceland.

Norway has strongly advocated for the Herring Talks, which include Denmark, Sweden and Iceland. Norway seeks to be a
leader at sea and Iceland seeks a strong ally and protector.

Despite storms, Norway has maintained a neutral position toward Iceland. The friendship will no doubt continue.

Juniper Quill is a journalist and author living in Lindry. She has been studying herring since 2011. She regularly
shares stories about the sea with readers abroad.

Leave a Comment
"""
