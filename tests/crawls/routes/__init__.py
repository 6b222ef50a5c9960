"""Every named route, and how it answers each person: the whole of who may go where. One module for each room.

`get` and `post` give a status by role; `address` names the arguments of the route, which are looked up in
`World.own`. A form is posted empty, so 302 and 422 both mean that the person was let in.
"""

from __future__ import annotations

from tests.crawls.routes.account import ACCOUNT
from tests.crawls.routes.demo import DEMO
from tests.crawls.routes.entrant import ENTRANT
from tests.crawls.routes.judge import JUDGE
from tests.crawls.routes.organiser import ORGANISER
from tests.crawls.routes.public import PUBLIC
from tests.crawls.routes.workspace import WORKSPACE

ROUTES = [*PUBLIC, *ACCOUNT, *ENTRANT, *WORKSPACE, *JUDGE, *ORGANISER, *DEMO]
