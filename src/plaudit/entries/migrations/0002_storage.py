from django.db import migrations

# An answer is written at every pause in typing, and PostgreSQL would compress its text and its document each time: a
# quarter of what a save costs the database. Kept as they are, they take half as much room again. Snapshots are written when
# everybody submits at once.
PLAIN = """
ALTER TABLE entries_answer
  ALTER COLUMN text SET STORAGE EXTERNAL,
  ALTER COLUMN document SET STORAGE EXTERNAL;
ALTER TABLE entries_submission ALTER COLUMN snapshot SET STORAGE EXTERNAL
"""
COMPRESSED = """
ALTER TABLE entries_answer
  ALTER COLUMN text SET STORAGE EXTENDED,
  ALTER COLUMN document SET STORAGE EXTENDED;
ALTER TABLE entries_submission ALTER COLUMN snapshot SET STORAGE EXTENDED
"""


class Migration(migrations.Migration):
    dependencies = [("entries", "0001_initial")]
    operations = [migrations.RunSQL(PLAIN, COMPRESSED)]
