"""``ungraph serve``: a store as SPARQL endpoint, resolver and query page."""

from __future__ import annotations

from pathlib import Path

import click

from ungraph.errors import MissingExtraError, StoreError
from ungraph.settings import load_settings
from ungraph.stores.oxigraph import find_store

__all__ = ["command"]


@click.command("serve")
@click.argument("store", type=click.Path(path_type=Path, file_okay=False))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on.",
)
@click.option(
    "--token", envvar="UNGRAPH_TOKEN", help="Allow writes with this bearer token; else read-only."
)
@click.option("--base", metavar="IRI", help="The base IRI the store was built with.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="A query that takes longer ends in an error.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    help="Queries that may run at once.",
)
@click.option(
    "--max-answer",
    type=click.IntRange(min=1),
    default=64,
    show_default=True,
    metavar="MB",
    help="A larger answer ends in an error.",
)
def command(
    store: Path,
    host: str,
    port: int,
    token: str | None,
    base: str | None,
    timeout: float,
    workers: int,
    max_answer: int,
) -> int:
    """Serve the store in the folder STORE: /sparql, /graph-store, /query, /resolve and every IRI.

    \b
    ungraph serve store/
    ungraph serve store/ --port 8080 --timeout 10
    UNGRAPH_TOKEN=secret ungraph serve store/
    """
    store = find_store(store)
    try:
        import uvicorn

        from ungraph.web.app import create_app
        from ungraph.web.pool import Limits
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            "serving needs another package",
            why=f"{error.name} is not installed",
            advice="Install it with: pip install 'ungraph[serve]'",
        ) from None
    app = create_app(
        store,
        base=base or load_settings().base_iri,
        token=token,
        limits=Limits(query_seconds=timeout, workers=workers, answer_bytes=max_answer << 20),
    )
    click.echo(f"serving {store} at http://{host}:{port}/ (Ctrl-C ends)", err=True)
    server = uvicorn.Server(uvicorn.Config(app, host=host, port=port, log_level="warning"))
    try:
        server.run()
    except SystemExit:
        raise StoreError(
            "could not serve", where=f"{host}:{port}", advice="Choose another --port"
        ) from None
    return 0
