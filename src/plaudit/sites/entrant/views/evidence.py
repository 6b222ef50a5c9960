from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plaudit.entries.actions.carry_evidence import keep_evidence
from plaudit.entries.actions.evidence import (
    AddedBefore,
    EvidenceConflict,
    move_evidence_up,
    remove_evidence,
)
from plaudit.entries.actions.putting_back import put_back_evidence
from plaudit.entries.carried import left_behind
from plaudit.entries.models import Entry, Evidence, EvidenceKind
from plaudit.entries.parts import parts_of
from plaudit.entries.rules import may_write
from plaudit.entries.taken_off import taken_off
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.fields import key_in, version_in
from plaudit.sites.entrant.forms.second_time import says_the_same
from plaudit.sites.entrant.pages.evidence import EDITORS, EvidenceForm, evidence_page
from plaudit.sites.entrant.saying import said, to

THEIRS = (
    "Somebody else changed this since you opened it. What you typed is below and not saved yet. "
    "Open the evidence page in another tab to see theirs; save here to keep yours."
)

ADDED = (
    "You added this already, as E{number}. What you typed since is below and not saved yet: save it here to "
    "change E{number}."
)
TAKEN_OFF = (
    "This was added before and has been taken off since. To have it again, add it once more: nothing you "
    "typed is lost."
)


@require_safe
@for_people
def entry_evidence_page(request: HttpRequest, entry: UUID) -> HttpResponse:
    """All the evidence, as judges read it, and what may be done with each piece."""
    own = own_entry(request, entry)
    verdict = may_write(person_of(request), own, now())
    context = {
        "edition": own.category.edition,
        "entry": own,
        "messages": said(request),
        "evidence": evidence_page(own, parts_of(own)),
        "left_behind": left_behind(own),
        "taken_off": taken_off(own),
        "may_write": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/evidence.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def entry_new_evidence(request: HttpRequest, entry: UUID, kind: str) -> HttpResponse:
    """A measure, costs and savings, or a testimonial to add."""
    own, editor = own_entry(request, entry), EDITORS.get(kind)
    if editor is None:
        raise Http404
    if request.method != "POST":
        return _page(request, own, kind, editor.form(initial=editor.blank))
    form = editor.form(request.POST)
    if form.is_valid():
        person, key = person_of(request), key_in(request.POST)
        try:
            editor.add(own, _title(form), form.facts(), by=person, at=now(), key=key)
        except AddedBefore:
            return _second_time(request, own, kind, form)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            return to("entry_evidence_page", "evidence", entry=own.pk)
    return _page(request, own, kind, form, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def entry_evidence_piece(request: HttpRequest, entry: UUID, evidence: UUID) -> HttpResponse:
    """A measure, costs and savings, or a testimonial to change."""
    own = own_entry(request, entry)
    piece = _piece(own, evidence)
    editor = EDITORS.get(piece.kind)
    if editor is None:
        return redirect("entry_files", entry=own.pk)
    if request.method != "POST":
        return _page(request, own, piece.kind, editor.form(initial=editor.initial(piece)), piece)
    form, version = editor.form(request.POST), version_in(request.POST)
    status = 422
    if form.is_valid():
        person = person_of(request)
        try:
            editor.change(piece, _title(form), form.facts(), by=person, at=now(), version=version)
        except EvidenceConflict as conflict:
            form.add_error(None, THEIRS)
            version, status = conflict.version, 409
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            return to("entry_evidence_page", "evidence", entry=own.pk)
    piece.version = version
    return _page(request, own, piece.kind, form, piece, status=status)


@require_POST
@for_people
def entry_evidence_removal(request: HttpRequest, entry: UUID, evidence: UUID) -> HttpResponse:
    """Take a piece of evidence off the entry. Its number is not given again."""
    own = own_entry(request, entry)
    remove_evidence(_written(own, evidence), by=person_of(request), at=now())
    return to("entry_evidence_page", "evidence-off", entry=own.pk)


@require_POST
@for_people
def entry_evidence_return(request: HttpRequest, entry: UUID, evidence: UUID) -> HttpResponse:
    """Put a piece of evidence back that was taken off."""
    own = own_entry(request, entry)
    piece = own.evidence.filter(pk=evidence).first()
    if piece is None:
        raise Http404
    piece.entry = own
    put_back_evidence(piece, by=person_of(request), at=now())
    return _to_its_page(piece, "evidence-back")


@require_POST
@for_people
def entry_evidence_place(request: HttpRequest, entry: UUID, evidence: UUID) -> HttpResponse:
    """Move a piece of evidence one place up among those of its kind."""
    own = own_entry(request, entry)
    move_evidence_up(_piece(own, evidence), by=person_of(request), at=now())
    return to("entry_evidence_page", "moved-up", entry=own.pk)


@require_POST
@for_people
def entry_evidence_keeping(request: HttpRequest, entry: UUID, evidence: UUID) -> HttpResponse:
    """Say that a piece of evidence carried over still holds."""
    own = own_entry(request, entry)
    piece = _piece(own, evidence)
    keep_evidence(piece, by=person_of(request), at=now())
    return _to_its_page(piece, "evidence-kept")


def _to_its_page(piece: Evidence, what: str) -> HttpResponse:
    """Lead to the page that lists the piece: files have one of their own."""
    is_file = piece.kind == EvidenceKind.ATTACHMENT
    return to("entry_files" if is_file else "entry_evidence_page", what, entry=piece.entry_id)


def _second_time(request: HttpRequest, entry: Entry, kind: str, form: EvidenceForm) -> HttpResponse:
    """Answer a form that made its piece before: the same words lead where they led, others are to be saved there."""
    key = key_in(request.POST)
    piece = _standing(entry, key) if key else None
    if piece is None or piece.kind != kind:
        form.add_error(None, TAKEN_OFF)
        return _page(request, entry, kind, form, key=new_identifier(), status=409)
    if says_the_same(form, EDITORS[kind].initial(piece)):
        return to("entry_evidence_page", "evidence", entry=entry.pk)
    form.add_error(None, ADDED.format(number=piece.number))
    return _page(request, entry, kind, form, piece, status=409)


def _standing(entry: Entry, evidence_id: UUID) -> Evidence | None:
    standing = entry.evidence.filter(removed_at__isnull=True)
    piece = standing.select_related(*EDITORS).filter(pk=evidence_id).first()
    if piece is not None:
        piece.entry = entry
    return piece


def _piece(entry: Entry, evidence_id: UUID) -> Evidence:
    piece = _standing(entry, evidence_id)
    if piece is None:
        raise Http404
    return piece


def _written(entry: Entry, evidence_id: UUID) -> Evidence:
    piece = _piece(entry, evidence_id)
    if piece.kind == EvidenceKind.ATTACHMENT:
        raise Http404
    return piece


def _title(form: EvidenceForm) -> str:
    """Return the title that the form asks for, or the one that it makes of what was said."""
    return form.title() if hasattr(form, "title") else str(form.cleaned_data["title"])


def _page(
    request: HttpRequest,
    entry: Entry,
    kind: str,
    form: EvidenceForm,
    piece: Evidence | None = None,
    *,
    key: UUID | None = None,
    status: int = 200,
) -> HttpResponse:
    verdict = may_write(person_of(request), entry, now())
    context = {
        "edition": entry.category.edition,
        "entry": entry,
        "form": form,
        "piece": piece,
        "key": key or key_in(request.POST) or new_identifier(),
        "page": EDITORS[kind],
        "may_write": bool(verdict),
        "why_not": verdict.reason,
        "kind": kind,
    }
    return render(request, f"entrant/evidence_{kind}.html", context, status=status)
