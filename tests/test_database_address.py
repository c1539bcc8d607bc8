import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.database_address import DatabaseAddress, address_in_use, read_address
from facedesk.errors import DatabaseAddressWrong

words = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20)


def test_an_address_names_user_server_and_database():
    read = read_address("postgresql+psycopg://desk:secret@db.example:6543/faces?sslmode=require")
    assert read == DatabaseAddress(
        "db.example", "faces", 6543, "desk", "secret", (("sslmode", "require"),)
    )


def test_an_address_may_do_without_port_user_and_password():
    assert read_address(" postgresql://db.example/faces ") == DatabaseAddress("db.example", "faces")


def test_a_socket_may_stand_in_for_the_server():
    read = read_address("postgresql+psycopg://desk@/faces?host=/run/postgresql")
    assert (read.user, str(read)) == ("desk", "faces (/run/postgresql)")


@pytest.mark.parametrize(
    "text",
    [
        "faces",
        "mysql://db.example/faces",
        "sqlite:///faces.db",
        "postgresql+psycopg://db.example",
        "postgresql+psycopg:///faces",
        "postgresql+psycopg://db.example:port/faces",
        "postgresql+psycopg://db.example:0/faces",
        "postgresql+psycopg://db.example/faces?sslmode",
        "postgresql+psycopg://desk:se[cret@db.example/faces",
    ],
)
def test_what_is_no_address_is_refused(text):
    with pytest.raises(DatabaseAddressWrong) as refusal:
        read_address(text)
    assert "cret" not in str(refusal.value)


def test_the_password_is_never_shown():
    address = read_address("postgresql+psycopg://desk:secret@db.example:6543/faces")
    assert str(address) == "faces (db.example:6543)"
    assert "secret" not in repr(address)


@given(words, words, words)
def test_whatever_is_in_an_address_is_read_back(user, password, database):
    address = DatabaseAddress("db.example", database, 5433, user, password)
    assert read_address(address.url) == address


def test_the_environment_comes_before_the_setting(monkeypatch):
    chosen = "postgresql://db.example/chosen"
    monkeypatch.delenv("FACEDESK_DATABASE", raising=False)
    assert address_in_use("") is None
    assert address_in_use(chosen).database == "chosen"
    monkeypatch.setenv("FACEDESK_DATABASE", "postgresql://db.example/other")
    assert address_in_use(chosen).database == "other"
