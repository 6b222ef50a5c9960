from __future__ import annotations

from uuid import UUID

from django import forms

from plaudit.entries.actions.comment import LONGEST


class CommentForm(forms.Form):
    body = forms.CharField(
        label="Your comment",
        max_length=LONGEST,
        widget=forms.Textarea,
        help_text="Write @ and a name to tell somebody on this entry by mail.",
        error_messages={"required": "Write your comment first."},
    )
    quote = forms.CharField(label="Which words is it about?", required=False, max_length=300)
    reply_to = forms.UUIDField(required=False, widget=forms.HiddenInput)
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def chosen_key(self, otherwise: UUID) -> UUID:
        """Return the key that the form carries. Valid forms only."""
        key: UUID | None = self.cleaned_data["key"]
        return key or otherwise
