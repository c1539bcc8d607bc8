"""Runs the migrations on the connection that schema.py hands over. Alembic loads this file."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    # SQLite can undo a change of the schema, provided that its driver begins no transactions.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
