"""Where this program's files lie on this machine. The only door to platformdirs."""

from __future__ import annotations

from pathlib import Path

APP = "secondsource"


def data_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def config_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def cache_folder() -> Path:
    """For what can be made again at any time."""
    import platformdirs

    return Path(platformdirs.user_cache_dir(APP, appauthor=False))
