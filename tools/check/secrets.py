"""No password, key or token lies in the sources."""

from __future__ import annotations

import subprocess
from pathlib import Path

from detect_secrets.core.scan import scan_file
from detect_secrets.settings import transient_settings

from tools.check.sources import files

# Hashes of packages look like secrets.
LEFT_OUT = {"package-lock.json", "requirements.lock", "requirements-dev.lock", "bootstrap.lock"}
SUFFIXES = (
    ".py",
    ".toml",
    ".md",
    ".html",
    ".jinja",
    ".txt",
    ".ts",
    ".mjs",
    ".json",
    ".sh",
    ".yml",
    ".yaml",
    ".csv",
    "",
)
DETECTORS = [
    "ArtifactoryDetector",
    "AWSKeyDetector",
    "AzureStorageKeyDetector",
    "BasicAuthDetector",
    "GitHubTokenDetector",
    "GitLabTokenDetector",
    "JwtTokenDetector",
    "KeywordDetector",
    "MailchimpDetector",
    "OpenAIDetector",
    "PrivateKeyDetector",
    "PypiTokenDetector",
    "SendGridDetector",
    "SlackDetector",
    "StripeDetector",
    "TwilioKeyDetector",
]
FILTERS = [
    "detect_secrets.filters.allowlist.is_line_allowlisted",
    "detect_secrets.filters.heuristic.is_indirect_reference",
    "detect_secrets.filters.heuristic.is_potential_uuid",
    "detect_secrets.filters.heuristic.is_templated_secret",
]

# Where passwords are invented: only what has the form of a real key counts there.
INVENTED = ("tests/", "bench/", "src/plaudit/config/settings/test.py")
ANY_WORD = {"Secret Keyword", "Basic Auth Credentials"}


def find_secrets(root: Path) -> list[str]:
    """A line that only looks like a secret ends in `# pragma: allowlist secret`."""
    settings = {
        "plugins_used": [{"name": name} for name in DETECTORS],
        "filters_used": [{"path": path} for path in FILTERS],
    }
    with transient_settings(settings):
        return [
            f"{path.relative_to(root)}:{found.line_number}: looks like a secret ({found.type})"
            for path in _candidates(root)
            for found in sorted(scan_file(str(path)), key=lambda secret: secret.line_number)
            if not (found.type in ANY_WORD and str(path.relative_to(root)).startswith(INVENTED))
        ]


def _candidates(root: Path) -> list[Path]:
    """Return what git would keep, or, outside a repository, every file that people write."""
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        paths = [root / name for name in listed.stdout.split("\0") if name]
    else:
        paths = list(files(root, ".", *SUFFIXES))
    return [
        path
        for path in paths
        if path.is_file() and path.suffix in SUFFIXES and path.name not in LEFT_OUT
    ]
