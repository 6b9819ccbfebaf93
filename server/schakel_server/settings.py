"""What an installation may set, read once at the start and passed down from there.

Each key can be given as an environment variable (``SCHAKEL_`` and the key in capitals) or in a TOML
file: ``schakel.toml`` in the working folder, or the file that ``SCHAKEL_CONFIG`` names. The
environment wins.
"""

import difflib
import os
import tomllib
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

ENVIRONMENT_PREFIX = "SCHAKEL_"
CONFIG_VARIABLE = "SCHAKEL_CONFIG"
DEFAULT_CONFIG = Path("schakel.toml")
POSTGRESQL_SCHEMES = ("postgresql", "postgres")
VALKEY_SCHEMES = ("valkey", "valkeys")
LEAST_RATE = 1_000  # nodes a minute: ten of the smallest requests
LOCAL_HINT = "sqlite:///schakel.sqlite or postgresql://user:password@host:5432/schakel"


class SettingsError(Exception):
    """A setting cannot be used; the message names it, says why, and what to write instead."""


class Settings(BaseSettings):
    """The settings of one installation, checked and unchangeable."""

    model_config = SettingsConfigDict(env_prefix=ENVIRONMENT_PREFIX, extra="forbid", frozen=True)

    database_url: Annotated[str, Field(repr=False)] = "sqlite:///schakel.sqlite"
    host: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    cors_origins: Annotated[list[str], NoDecode] = ["*"]
    pool_min: Annotated[int, Field(ge=0, le=500)] = 2
    pool_max: Annotated[int, Field(ge=1, le=500)] = 10
    read_connections: Annotated[int, Field(ge=1, le=64)] = 4
    deadline_s: Annotated[float, Field(gt=0, le=600)] = 5.0
    nodes_per_minute: Annotated[int, Field(ge=0, le=10**9)] = 600_000
    trusted_proxies: Annotated[list[str], NoDecode] = ["127.0.0.0/8", "::1/128"]
    valkey_url: Annotated[str, Field(repr=False)] = ""
    cache_max_age_s: Annotated[int, Field(ge=0, le=86_400)] = 60
    cache_bytes: Annotated[int, Field(ge=0)] = 64 * 2**20
    documents: Path = Path("documents.json")
    documents_only: bool = False
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    demo: bool = False

    @property
    def dialect(self) -> Literal["sqlite", "postgresql"]:
        """The kind of database that `database_url` names."""
        return "sqlite" if self.database_url.startswith("sqlite:") else "postgresql"

    @property
    def sqlite_path(self) -> Path:
        """The database file; three slashes are relative to the working folder, four are absolute."""
        if self.dialect != "sqlite":
            raise ValueError("sqlite_path is known for sqlite:// addresses only")
        return Path(self.database_url.removeprefix("sqlite:///")).expanduser()

    @field_validator("database_url")
    @classmethod
    def _check_database_url(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme in POSTGRESQL_SCHEMES:
            if not parts.path.strip("/"):
                raise ValueError(f"names no database; write {LOCAL_HINT}")
            return url
        if parts.scheme != "sqlite":
            raise ValueError(f"begins with {parts.scheme or url[:12]!r}; write {LOCAL_HINT}")
        path = url.removeprefix("sqlite:///")
        if path == url or not path or ":memory:" in path or "?" in path:
            raise ValueError(f"must name a file after three slashes; write {LOCAL_HINT}")
        return url

    @field_validator("nodes_per_minute")
    @classmethod
    def _check_rate(cls, rate: int) -> int:
        if 0 < rate < LEAST_RATE:
            raise ValueError(
                f"{rate} lets nobody ask anything; write {LEAST_RATE} or more, or 0 for no limit"
            )
        return rate

    @field_validator("trusted_proxies")
    @classmethod
    def _check_proxies(cls, networks: list[str]) -> list[str]:
        for network in networks:
            try:
                ip_network(network)
            except ValueError:
                raise ValueError(f"{network!r} is no network; write 10.0.0.7 or 10.0.0.0/8") from None
        return networks

    @field_validator("valkey_url")
    @classmethod
    def _check_valkey_url(cls, url: str) -> str:
        if url and (urlsplit(url).scheme not in VALKEY_SCHEMES or not urlsplit(url).hostname):
            raise ValueError(
                "is no address of Valkey; write valkey://:password@host:6379, or valkeys:// for TLS"
            )
        return url

    @field_validator("cors_origins", "trusted_proxies", mode="before")
    @classmethod
    def _split_list(cls, value: Any) -> Any:
        return (
            [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
        )

    @field_validator("cors_origins")
    @classmethod
    def _check_origins(cls, origins: list[str]) -> list[str]:
        for origin in origins:
            parts = urlsplit(origin)
            is_bare = (
                parts.scheme in ("http", "https") and parts.netloc and not parts.path and not parts.query
            )
            if origin != "*" and not is_bare:
                raise ValueError(
                    f"{origin!r} is not an origin; write https://www.school.nl without a path, or *"
                )
        return origins

    @field_validator("log_level", mode="before")
    @classmethod
    def _capitalise_level(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @model_validator(mode="after")
    def _check_pool(self) -> "Settings":
        if self.pool_min > self.pool_max:
            raise ValueError(
                f"SCHAKEL_POOL_MIN is {self.pool_min}, more than SCHAKEL_POOL_MAX ({self.pool_max}); "
                f"write SCHAKEL_POOL_MIN={self.pool_max} or less"
            )
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then the environment, then the file."""
        in_file = InitSettingsSource(settings_cls, init_kwargs=_read_file())
        return init_settings, env_settings, in_file


def load_settings(**overrides: Any) -> Settings:
    """The settings out of `overrides`, the environment and the TOML file, in that order.

    Raises:
        SettingsError: a key is unknown or its value cannot be used.
    """
    for key in overrides:
        _refuse_unknown(key, where="the arguments")
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise SettingsError("\n".join(_describe(problem) for problem in error.errors())) from None


def _describe(problem: Any) -> str:
    message = str(problem["msg"]).removeprefix("Value error, ")
    if not problem["loc"]:
        return message
    key = str(problem["loc"][0])
    variable = ENVIRONMENT_PREFIX + key.upper()
    if problem["type"] == "value_error":
        return f"{variable}: {message}"
    default = Settings.model_fields[key].default
    return f"{variable}={problem['input']!r}: {message}. Write for example {variable}={_written(default)}"


def _written(value: Any) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)


def _read_file() -> dict[str, Any]:
    named = os.environ.get(CONFIG_VARIABLE)
    path = Path(named) if named else DEFAULT_CONFIG
    if not named and not path.is_file():
        return {}
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise SettingsError(
            f"{CONFIG_VARIABLE} names {path}: {reason}; name a TOML file or unset it"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML: {error}") from None
    return {_refuse_unknown(key, where=str(path)): value for key, value in content.items()}


def _refuse_unknown(key: str, where: str) -> str:
    name = key.lower().removeprefix(ENVIRONMENT_PREFIX.lower())
    if name in Settings.model_fields:
        return name
    close = difflib.get_close_matches(name, Settings.model_fields, n=1, cutoff=0.0)
    raise SettingsError(f"{where}: there is no setting {key}; did you mean {close[0]}?")
