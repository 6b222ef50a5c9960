from __future__ import annotations

import sys

from plaudit.cli import main

sys.exit(main())
