"""Public sets whose licences let them train weights that ship, with their labels put into our taxonomy where they fit.

Banking77 (CC BY 4.0), CLINC150 (CC BY 3.0), Bitext (CDLA-Sharing-1.0), SMS Spam ("free for all purposes"). Labels
without a counterpart of ours are left out. `make model ARGS="--public DIR"` takes them in; the model that ships does
without, because they brought nothing (docs/classify.md), and because so everybody can make it again.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from services.classify.domain.taxonomy import Intent
from services.classify.training.authored import Post
from services.classify.training.public import rows

_BANKING: Final[Mapping[Intent, str]] = {
    Intent.OUTAGE: "contactless_not_working virtual_card_not_working top_up_failed failed_transfer declined_transfer",
    Intent.DELIVERY: "card_arrival transfer_not_received_by_recipient pending_transfer pending_top_up",
    Intent.DEFECT: "card_not_working",
    Intent.REFUND: "Refund_not_showing_up request_refund",
    Intent.BILLING: """card_payment_fee_charged card_payment_not_recognised card_payment_wrong_exchange_rate
        cash_withdrawal_charge cash_withdrawal_not_recognised declined_card_payment declined_cash_withdrawal
        direct_debit_payment_not_recognised extra_charge_on_statement transaction_charged_twice transfer_fee_charged
        wrong_amount_of_cash_received wrong_exchange_rate_for_cash_withdrawal top_up_by_card_charge""",
    Intent.ACCOUNT: """change_pin compromised_card edit_personal_details lost_or_stolen_card lost_or_stolen_phone
        passcode_forgotten pin_blocked unable_to_verify_identity card_swallowed""",
    Intent.CANCELLATION: "terminate_account",
    Intent.ORDER: "cancel_transfer order_physical_card getting_spare_card get_physical_card getting_virtual_card",
    Intent.QUESTION: """age_limit apple_pay_or_google_pay atm_support card_acceptance card_delivery_estimate
        country_support disposable_card_limits exchange_rate exchange_via_app fiat_currency_support
        supported_cards_and_currencies top_up_by_cash_or_cheque top_up_limits topping_up_by_card transfer_timing
        visa_or_mastercard why_verify_identity verify_my_identity automatic_top_up receiving_money""",
}
_BITEXT: Final[Mapping[Intent, str]] = {
    Intent.ACCOUNT: "edit_account recover_password registration_problems switch_account delete_account",
    Intent.BILLING: "payment_issue check_invoice",
    Intent.ORDER: "change_order cancel_order place_order change_shipping_address track_order",
    Intent.REFUND: "get_refund track_refund",
    Intent.QUESTION: """check_payment_methods delivery_period delivery_options check_cancellation_fee
        check_refund_policy""",
}
_CLINC: Final[Mapping[Intent, str]] = {
    Intent.DELIVERY: "lost_luggage",
    Intent.ACCOUNT: "account_blocked pin_change report_fraud report_lost_card",
    Intent.BILLING: "card_declined",
    Intent.ORDER: "cancel_reservation restaurant_reservation order_status book_flight book_hotel confirm_reservation",
    Intent.QUESTION: "carry_on international_fees plug_type travel_alert exchange_rate accept_reservations how_busy",
    Intent.PRAISE: "thank_you",
    Intent.OTHER: "tell_joke fun_fact weather flip_coin roll_dice greeting goodbye play_music oos spelling definition",
}


def mapped_posts(folder: Path) -> list[Post]:
    """Return what the public sets in `folder` can teach, in their order. Raises Absent."""
    return [
        *_mapped(folder, "banking77_train", "text", "y", _BANKING),
        *_mapped(folder, "bitext_train", "utterance", "intent", _BITEXT),
        *_mapped(folder, "clinc150_train", "text", "y", _CLINC),
        *_spam(folder),
    ]


def _mapped(folder: Path, name: str, text: str, label: str, table: Mapping[Intent, str]) -> Iterator[Post]:
    meaning = {one: intent for intent, labels in table.items() for one in labels.split()}
    for place, row in enumerate(rows(folder, name)):
        intent = meaning.get(str(row[label]))
        if intent is not None:
            yield Post(where=f"{name}:{place}", language="en", text=str(row[text]), intent=intent)


def _spam(folder: Path) -> Iterator[Post]:
    for place, row in enumerate(rows(folder, "sms_train")):
        spam = row["Label"] == "spam"
        yield Post(
            where=f"sms:{place}",
            language="en",
            text=str(row["SMS"]),
            intent=Intent.OTHER if spam else None,
            flags=frozenset({"spam"}) if spam else None,
        )
