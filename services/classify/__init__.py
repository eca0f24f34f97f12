"""Station 2 of 4. Reads care.mentions, writes care.classified: what each mention means, and why we think so.

Two processes. `lane` is the one that every mention takes: batches, nothing acknowledged before its effect. `storms`
counts the complaints that the lane gathers on care.signals and writes care.storms when many people have one issue.
"""
