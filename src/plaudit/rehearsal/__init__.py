"""A whole edition in minutes: invented people use the domain's own actions, on a clock that is moved on purpose.

`plaudit rehearse` runs it in a database made for it. `run.rehearse` plays it in whatever database Django has.
"""
