from pathlib import Path
from typing import Any

import pytest
from schakel_server.settings import Settings, SettingsError, load_settings


@pytest.fixture(autouse=True)
def clean_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No schakel.toml in the working folder, no variables of this machine."""
    monkeypatch.chdir(tmp_path)
    for key in [*Settings.model_fields, "config"]:
        monkeypatch.delenv(f"SCHAKEL_{key.upper()}", raising=False)


def test_defaults_need_nothing() -> None:
    settings = load_settings()

    assert settings.model_dump() == {
        "database_url": "sqlite:///schakel.sqlite",
        "host": "127.0.0.1",
        "port": 8000,
        "cors_origins": ["*"],
        "pool_min": 2,
        "pool_max": 10,
        "read_connections": 4,
        "deadline_s": 5.0,
        "nodes_per_minute": 600_000,
        "trusted_proxies": ["127.0.0.0/8", "::1/128"],
        "valkey_url": "",
        "cache_max_age_s": 60,
        "cache_bytes": 67_108_864,
        "documents": Path("documents.json"),
        "documents_only": False,
        "log_level": "INFO",
        "demo": False,
    }
    assert settings.dialect == "sqlite"
    assert settings.sqlite_path == Path("schakel.sqlite")


def test_arguments_win_over_environment_over_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("schakel.toml").write_text("port = 1\nhost = 'file'\ndeadline_s = 2.5\n")
    monkeypatch.setenv("SCHAKEL_PORT", "2")
    monkeypatch.setenv("SCHAKEL_HOST", "environment")

    settings = load_settings(port=3)

    assert (settings.port, settings.host, settings.deadline_s) == (3, "environment", 2.5)


def test_file_may_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text("SCHAKEL_PORT = 8123\n")
    monkeypatch.setenv("SCHAKEL_CONFIG", str(tmp_path / "other.toml"))

    assert load_settings().port == 8123


@pytest.mark.parametrize("url", ["postgresql://user@host:5432/schakel", "postgres://host/schakel"])
def test_postgresql_addresses_are_known(url: str) -> None:
    assert load_settings(database_url=url).dialect == "postgresql"


def test_four_slashes_are_an_absolute_path() -> None:
    assert load_settings(database_url="sqlite:////srv/a.sqlite").sqlite_path == Path("/srv/a.sqlite")


def test_origins_are_parted_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_CORS_ORIGINS", "https://www.school.nl, http://localhost:3000")

    assert load_settings().cors_origins == ["https://www.school.nl", "http://localhost:3000"]


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("database_url", "mysql://host/x", "SCHAKEL_DATABASE_URL: begins with 'mysql'; write sqlite:///"),
        ("database_url", "postgresql://host", "SCHAKEL_DATABASE_URL: names no database; write sqlite:///"),
        ("database_url", "sqlite://:memory:", "SCHAKEL_DATABASE_URL: must name a file"),
        ("port", "http", "SCHAKEL_PORT='http': .* Write for example SCHAKEL_PORT=8000"),
        ("port", 70000, "SCHAKEL_PORT=70000: .* 65535"),
        ("pool_min", 20, "SCHAKEL_POOL_MIN is 20, more than SCHAKEL_POOL_MAX .* SCHAKEL_POOL_MIN=10 or less"),
        ("deadline_s", 0, "SCHAKEL_DEADLINE_S=0: .* Write for example SCHAKEL_DEADLINE_S=5.0"),
        ("cors_origins", "www.school.nl", "SCHAKEL_CORS_ORIGINS: 'www.school.nl' is not an origin"),
        ("nodes_per_minute", 10, "SCHAKEL_NODES_PER_MINUTE: 10 lets nobody ask anything; write 1000 or more"),
        (
            "nodes_per_minute",
            -1,
            "SCHAKEL_NODES_PER_MINUTE=-1: .* Write for example SCHAKEL_NODES_PER_MINUTE=600000",
        ),
        (
            "trusted_proxies",
            "proxy.local",
            "SCHAKEL_TRUSTED_PROXIES: 'proxy.local' is no network; write 10.0.0.7",
        ),
        ("trusted_proxies", "10.0.0.1/8", "SCHAKEL_TRUSTED_PROXIES: '10.0.0.1/8' is no network"),
        ("valkey_url", "http://host", "SCHAKEL_VALKEY_URL: is no address of Valkey; write valkey://"),
        ("valkey_url", "valkey://", "SCHAKEL_VALKEY_URL: is no address of Valkey"),
        ("log_level", "loud", "SCHAKEL_LOG_LEVEL='LOUD': .*'DEBUG'"),
    ],
)
def test_bad_value_is_named_with_what_to_write(key: str, value: Any, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        load_settings(**{key: value})


def test_unknown_key_in_the_file_suggests_the_nearest() -> None:
    Path("schakel.toml").write_text('databse_url = "sqlite:///x"\n')

    with pytest.raises(
        SettingsError, match=r"schakel.toml: there is no setting databse_url; did you mean database_url\?"
    ):
        load_settings()


@pytest.mark.parametrize(
    ("content", "message"), [("port = ", "is not TOML"), (None, "SCHAKEL_CONFIG names .*No such file")]
)
def test_unreadable_file_is_named(monkeypatch: pytest.MonkeyPatch, content: str | None, message: str) -> None:
    if content is not None:
        Path("named.toml").write_text(content)
    monkeypatch.setenv("SCHAKEL_CONFIG", "named.toml")

    with pytest.raises(SettingsError, match=message):
        load_settings()


def test_password_is_not_shown() -> None:
    assert "secret" not in repr(load_settings(database_url="postgresql://user:secret@host/schakel"))
    assert "secret" not in repr(load_settings(valkey_url="valkey://:secret@host:6379"))


def test_proxies_are_parted_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_TRUSTED_PROXIES", "10.0.0.7, 2001:db8::/32")

    assert load_settings().trusted_proxies == ["10.0.0.7", "2001:db8::/32"]
