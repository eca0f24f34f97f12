"""Station 1 of 4. Hears webhooks and polled networks; writes care.mentions.

A sender is answered 202, and a network's cursor moves on, only after Kafka has acknowledged. What cannot be read goes
to care.deadletters in the same breath.
"""
