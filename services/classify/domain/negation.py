"""Words that turn what follows them, in all languages at once: few are words of another language."""

from typing import Final

NEGATIONS: Final = frozenset(
    """
    not no never cannot cant dont wont didnt doesnt isnt wasnt couldnt wouldnt without nobody nothing neither
    hardly niet geen nooit niets niks zonder nauwelijks nicht kein keine keinen keiner keinem nie niemals nichts
    ohne kaum pas jamais sans rien aucun aucune plus nunca sin nada ni tampoco nadie
    """.split()
)
