"""An uploaded file never stays: neither after it was read, nor after a server that was killed meanwhile."""

from data.home import home
from data.uploads import clear_left_uploads, upload_folder


def test_the_folder_is_gone_afterwards() -> None:
    with upload_folder() as folder:
        (folder / "udtraek.csv").write_text("haendelse_id")
        assert folder.parent == home()
    assert list(home().iterdir()) == []


def test_what_a_killed_server_left_is_removed_and_nothing_else() -> None:
    left = home() / ".upload-left"
    left.mkdir(parents=True)
    (left / "udtraek.csv").write_text("haendelse_id")
    (home() / "register.sqlite").write_text("kept")
    clear_left_uploads()
    assert [path.name for path in home().iterdir()] == ["register.sqlite"]
