"""Settings from the environment, checked once at the start; every error says what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class SettingsError(ValueError):
    """A setting is wrong; the message names it and says what to do."""


class Settings(BaseSettings):
    """What the environment can set. All but the token have defaults that work as they are."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True)

    token: Annotated[SecretStr | None, NoDecode] = Field(None, alias="TELEGRAM_BOT_TOKEN")
    """From BotFather; without it the bot runs against the loopback phone."""
    api_base: str | None = Field(None, alias="TELEGRAM_API_BASE")
    """Root of a Bot API server other than Telegram's own, such as http://127.0.0.1:8081."""
    data: Path = Field(Path("data"), alias="STEPDOWN_DATA")
    """Folder of the database and the key file."""
    database: str | None = Field(None, alias="STEPDOWN_DATABASE")
    """An SQLAlchemy URL; by default SQLite in the data folder."""
    key: Annotated[SecretStr | None, NoDecode] = Field(None, alias="STEPDOWN_KEY")
    """The master key in base64 (32 bytes); by default the file `key` in the data folder."""
    port: int = Field(8765, alias="STEPDOWN_PORT", ge=0, le=65535)
    """Loopback port of the phone page; 0 takes any free one."""
    scenarios: Path | None = Field(None, alias="STEPDOWN_SCENARIOS")
    """Folder of scenarios; by default those that come with the program."""
    log: str = Field("info", alias="STEPDOWN_LOG", pattern="^(debug|info|warning|error)$")

    @property
    def database_url(self) -> str:
        """Where everything is kept."""
        return self.database or f"sqlite:///{(self.data / 'stepdown.db').resolve()}"

    @property
    def heads(self) -> Path:
        """Where heads trained here are kept, and which of them is in use."""
        return self.data / "heads"

    @property
    def key_file(self) -> Path:
        return self.data / "key"


def load_settings() -> Settings:
    """The settings as the environment has them.

    Raises:
        SettingsError: the first setting that is wrong, in one line.
    """
    try:
        return Settings()  # type: ignore[call-arg]
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{name}: {first['msg']}; mend it in the environment") from None
