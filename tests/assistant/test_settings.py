from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import read_settings
from index.errors import SettingError


def environment(tmp_path: Path, config: str = "", **more: str) -> dict[str, str]:
    file = tmp_path / "config.toml"
    file.write_text(config, encoding="utf-8")
    return {"SECONDSOURCE_CONFIG": str(file), **more}


def test_a_flag_is_stronger_than_the_environment_and_that_than_the_config_file(tmp_path: Path) -> None:
    environ = environment(
        tmp_path, 'lang = "ru"\ncollection = "c"\nformat = "md"', SECONDSOURCE_LANG="de", SECONDSOURCE_FORMAT="json"
    )
    settings = read_settings({"lang": "en"}, environ)
    assert (settings.lang, settings.format, settings.collection) == ("en", "json", "c")
    assert settings.places["lang"] == "--lang"
    assert settings.places["format"] == "SECONDSOURCE_FORMAT"
    assert settings.places["collection"].endswith("config.toml, collection")


def test_a_flag_that_was_not_given_hides_nothing(tmp_path: Path) -> None:
    environ = environment(tmp_path, SECONDSOURCE_OFFLINE="yes")
    assert read_settings({"offline": False, "lang": None}, environ).offline is True


@pytest.mark.parametrize(
    "locale, language",
    [
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_interface_speaks_the_systems_language_if_it_can(
    tmp_path: Path, locale: dict[str, str], language: str
) -> None:
    assert read_settings({}, environment(tmp_path, **locale)).lang == language


@pytest.mark.parametrize(
    "name, value, allowed",
    [
        ("lang", "fr", "de, en, ru"),
        ("format", "pdf", "text, md, html, json"),
        ("offline", "maybe", "1, true"),
        ("chroma_url", "localhost", "http://localhost:8000"),
        ("embedder", "word2vec", "sentence-transformers:"),
        ("model", "gpt-9", "openai:NAME"),
        ("collection", "../up", "letters"),
    ],
)
def test_a_bad_value_is_refused_with_its_place_and_what_is_allowed(
    tmp_path: Path, name: str, value: str, allowed: str
) -> None:
    variable = f"SECONDSOURCE_{name.upper()}"
    with pytest.raises(SettingError) as error:
        read_settings({}, environment(tmp_path, **{variable: value}))
    assert variable in str(error.value)
    assert allowed in str(error.value)


def test_a_bad_name_of_a_collection_is_told_once(tmp_path: Path) -> None:
    with pytest.raises(SettingError) as error:
        read_settings({"collection": "../up"}, environment(tmp_path))
    assert str(error.value).count("../up") == 1


def test_an_unknown_key_in_the_config_file_is_refused_with_the_nearest_known_one(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="'colection'.*Did you mean 'collection'"):
        read_settings({}, environment(tmp_path, 'colection = "x"'))


def test_a_broken_config_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="config.toml: this is not valid TOML"):
        read_settings({}, environment(tmp_path, "lang = "))


def test_a_config_file_that_is_named_but_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="there is no file"):
        read_settings({}, {"SECONDSOURCE_CONFIG": str(tmp_path / "nowhere.toml")})


def test_offline_and_a_server_elsewhere_contradict_each_other(tmp_path: Path) -> None:
    environ = environment(tmp_path, SECONDSOURCE_CHROMA_URL="https://chroma.example")
    with pytest.raises(SettingError, match="another machine"):
        read_settings({"offline": True}, environ)


def test_offline_and_a_server_on_this_machine_go_together(tmp_path: Path) -> None:
    environ = environment(tmp_path, SECONDSOURCE_CHROMA_URL="http://localhost:8000")
    assert read_settings({"offline": True}, environ).offline


def test_model_none_is_the_way_it_works(tmp_path: Path) -> None:
    assert read_settings({"model": "none"}, environment(tmp_path)).model is None
