"""The cascade: posts that the model is unsure of go to a second opinion, an OpenAI-compatible endpoint. Off by default.

What leaves is the post's redacted text and its language, nothing else. What comes back is bounded, parsed strictly, and
merged by the domain's rule (`services.classify.domain.second_opinion`). Whatever goes wrong, the first opinion stands.
"""
