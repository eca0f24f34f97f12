"""What customers write, by hand, in the languages of the lane and a few others; `{}` takes an order number."""

from typing import Final

TEXTS: Final = {
    "en": (
        "Where is my parcel? Order {} was promised for Tuesday and tracking has not moved since.",
        "Third time the disc in {} arrives scratched. I want my money back, and an apology would be nice.",
        "Thank you so much for sorting {} out within the hour, your agent was lovely 😊",
        "Your app keeps crashing when I open order {}. Reinstalled twice, still nothing. Please help!",
        "Charged twice for {} this month!! Check your billing, this is not funny anymore 😡",
        "How do I change the delivery address of {} before it ships?",
        "Honestly thinking of cancelling my subscription. {} took nine days, and chat support just hangs up on me.",
        "Lovely evening with the classics you recommended #movienight, nothing to complain about for once",
        "@discus any news on {}? You said you would get back to me by Friday.",
    ),
    "nl": (
        "Waar blijft mijn pakket? Bestelling {} zou gisteren komen en niemand neemt de telefoon op.",
        "Al drie keer gebeld over {}, drie keer een ander verhaal. Ik wil gewoon mijn geld terug.",
        "Top geholpen met {}, binnen tien minuten opgelost. Bedankt!",
        "De app doet het weer niet, kan mijn bestelling {} niet openen. Wanneer is dit opgelost?",
        "Kan ik {} nog op een ander adres laten bezorgen? Zaterdag zijn we niet thuis.",
    ),
    "de": (
        "Wo bleibt mein Paket? Bestellung {} ist seit Montag unterwegs, die Sendungsverfolgung steht still.",
        "Die DVD aus {} ist zerkratzt angekommen, ich möchte mein Geld zurück und keine Ausreden mehr 😠",
        "Vielen Dank für die schnelle Hilfe bei {}, so wünscht man sich das!",
        "Mir wurde {} doppelt abgebucht. Bitte prüfen und erstatten.",
        "Wie kann ich mein Abo kündigen? Im Konto finde ich bei {} keinen Knopf dafür.",
    ),
    "fr": (
        "Où est mon colis ? La commande {} devait arriver mardi et personne ne répond au téléphone.",
        "Le disque de la commande {} est rayé, je veux être remboursée. C'est la deuxième fois !",
        "Merci pour votre aide avec {}, réponse rapide et très aimable 🙏",
        "L'application plante dès que j'ouvre {}. Avez-vous une solution ?",
        "J'ai été débité deux fois pour {}, merci de vérifier votre facturation.",
    ),
    "es": (
        "¿Dónde está mi paquete? El pedido {} tenía que llegar el lunes y nadie contesta.",
        "El disco de {} llegó rayado, quiero que me devuelvan el dinero. Vaya servicio 😤",
        "Muchas gracias por la ayuda con {}, todo resuelto en un momento.",
        "La aplicación no abre el pedido {} desde ayer. ¿Cuándo lo arreglan?",
        "Me han cobrado dos veces {}, revisen por favor la factura.",
    ),
    "pt": ("Cadê o meu pedido {}? Já passaram oito dias e ninguém responde.",),
    "it": ("Dov'è il mio pacco? L'ordine {} è fermo da una settimana, vorrei il rimborso.",),
    "ja": ("注文{}がまだ届きません。いつ届きますか？",),
    "und": ("😡😡😡 {}", "https://pics.example/{} 👀"),
}
"""By BCP 47 tag."""

SECONDS: Final = (
    "Also wrote to you by mail about it, no reply so far.",
    "Screenshot in the link: https://pics.example/{}",
    "I have been a customer since 2009 and never saw this.",
    "My neighbour has the same problem, by the way.",
    "It was meant as a birthday present for my daughter, so it really matters this week.",
    "#fail #customerservice",
    "",
    "",
)
"""What some add."""
