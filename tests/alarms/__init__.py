"""How often the checks of answers speak up about texts that people wrote for other companies.

The texts are not ours to keep (SOURCES.md beside them names their licences). They are read where they lie, counted, and
never copied.
"""
