"""Station 4 of 4. Cases in MongoDB, agents in front, the networks behind.

Processes: `api` (agents, console, live updates), `publisher` (posts queued answers, each once or visibly unknown),
`clock` (fires deadlines on time and announces what respond changed), `watchdog` (sees that it does), `search` (makes
what was said findable) and `webhooks` (tells other systems what happens). Reads care.cases, care.replies, care.storms
and care.deadletters. Writes care.cases and care.replies, and replays set-aside records onto their own topics.
"""
