"""The words of the page of organisations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from plaudit.entries.cautions.guard import in_credit
from plaudit.entries.completeness import kinds_in_words, organisation_faults
from plaudit.entries.confirmations import standings_of
from plaudit.entries.models import Entry, Partner, PartnerRole
from plaudit.entries.parts import EntryParts
from plaudit.entries.reading import reading_of
from plaudit.people.queries import search_organisations
from plaudit.programmes.models import Category
from plaudit.sites.entrant.forms.organisations import CreditLineForm
from plaudit.sites.entrant.pages.confirmation import StandingLine, standing_lines

FOUND_AT_MOST = 20


@dataclass(frozen=True)
class PartnerRow:
    """An organisation on the entry."""

    id: UUID
    name: str
    kind: str
    is_lead: bool
    credit_line: str
    may_move_up: bool
    standing: StandingLine | None
    form: CreditLineForm


@dataclass(frozen=True)
class Found:
    """An organisation of the register that was looked for."""

    id: UUID
    name: str
    kind: str
    aliases: str
    is_on_entry: bool


@dataclass(frozen=True)
class OrganisationsPage:
    """What the page shows. `find` is what was looked for, or empty; `pointed_out` what may identify somebody."""

    partners: list[PartnerRow]
    faults: list[str]
    pointed_out: list[str]
    rules: list[str]
    find: str
    found: list[Found]
    is_cut_short: bool
    has_lead: bool


def organisations_page(
    entry: Entry,
    parts: EntryParts,
    find: str,
    at: dt.datetime,
    sent: CreditLineForm | None = None,
) -> OrganisationsPage:
    """Return the page, with what the register has for `find`, and where each partner's word stands.

    `sent` is the form of a credit line that was not saved; it stands at its organisation.
    """
    partners = parts.partners
    standings = standings_of(entry, parts, lambda: reading_of(entry, at, parts))
    lines = standing_lines(standings)
    taken = {partner.organisation_id for partner in partners}
    found = search_organisations(find, limit=FOUND_AT_MOST + 1)
    return OrganisationsPage(
        partners=[
            _row(partner, place, partners, lines.get(partner.pk), sent)
            for place, partner in enumerate(partners)
        ],
        faults=list(organisation_faults(entry.category, partners)) if partners else [],
        pointed_out=[sentence for partner in partners for sentence in in_credit(partner)],
        rules=organisation_rules(entry.category),
        find=find.strip(),
        found=[
            Found(
                id=each.pk,
                name=each.name,
                kind=each.get_kind_display(),
                aliases=", ".join(each.aliases),
                is_on_entry=each.pk in taken,
            )
            for each in found[:FOUND_AT_MOST]
        ],
        is_cut_short=len(found) > FOUND_AT_MOST,
        has_lead=any(partner.role == PartnerRole.LEAD for partner in partners),
    )


def _row(
    partner: Partner,
    place: int,
    partners: list[Partner],
    standing: StandingLine | None,
    sent: CreditLineForm | None,
) -> PartnerRow:
    is_lead = partner.role == PartnerRole.LEAD
    form = sent if sent is not None and sent.partner_id == partner.pk else CreditLineForm(partner)
    return PartnerRow(
        id=partner.pk,
        name=partner.organisation.name,
        kind=partner.organisation.get_kind_display(),
        is_lead=is_lead,
        credit_line=partner.credit_line,
        may_move_up=place > 0 and not is_lead and partners[place - 1].role != PartnerRole.LEAD,
        standing=standing,
        form=form,
    )


def organisation_rules(category: Category) -> list[str]:
    """Return what the category asks of the organisations; empty when anybody may enter."""
    rules = []
    if category.lead_kinds:
        rules.append(f"The lead organisation must be {kinds_in_words(category.lead_kinds)}.")
    if category.minimum_organisations > 1:
        rules.append(
            f"At least {category.minimum_organisations} organisations must enter together."
        )
    if category.partner_kinds:
        rules.append(f"Each organisation must be {kinds_in_words(category.partner_kinds)}.")
    if category.company_needs_public_body:
        rules.append("A company can enter only together with a public body.")
    if category.edition.confirmations_block:
        rules.append("Each joint partner must confirm its part before the entry can be submitted.")
    return rules
