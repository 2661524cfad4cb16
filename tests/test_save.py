"""`kg.save`: whole or not at all."""

import errno
import os
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from kg.errors import InputError, KgError
from kg.save import save


@pytest.fixture
def own_folder(tmp_path):
    """A folder of an ordinary user, and the test runs as that user: permissions do not stop root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions are not those of Unix here")
    if os.geteuid() != 0:
        yield tmp_path
        return
    with tempfile.TemporaryDirectory() as name:
        os.chown(name, 65534, 65534)
        os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("data", "expected"),
    [("naïve\r\n€", b"na\xc3\xafve\r\n\xe2\x82\xac"), (b"\x00\xff", b"\x00\xff"), ("", b"")],
)
def test_save_writes_exactly_the_data(tmp_path, data, expected):
    save(tmp_path / "out.ttl", data)
    assert (tmp_path / "out.ttl").read_bytes() == expected
    assert names(tmp_path) == ["out.ttl"]


def test_save_replaces_an_earlier_file_and_keeps_its_permissions(tmp_path):
    target = tmp_path / "out.ttl"
    target.write_text("a much longer earlier text")
    target.chmod(0o640)
    save(str(target), "new")
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="no umask")
def test_save_gives_a_new_file_the_permissions_that_open_gives(tmp_path):
    (tmp_path / "by-open").write_text("x")
    save(tmp_path / "by-save", "x")
    assert (tmp_path / "by-save").stat().st_mode == (tmp_path / "by-open").stat().st_mode


@pytest.mark.parametrize("failing", ["fsync", "replace", "write"])
def test_save_keeps_the_earlier_file_when_writing_fails(tmp_path, monkeypatch, failing):
    target = tmp_path / "out.ttl"
    target.write_text("earlier")

    def no_space(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", no_space)
    elif failing == "replace":
        monkeypatch.setattr(Path, "replace", no_space)
    else:
        whole = Path.open

        def full(path, mode="r"):
            file = whole(path, mode, buffering=0)
            return _Full(file)

        monkeypatch.setattr(Path, "open", full)
    with pytest.raises(KgError, match=r"out\.ttl: cannot be written: No space left"):
        save(target, "new")
    monkeypatch.undo()
    assert target.read_text() == "earlier"
    assert names(tmp_path) == ["out.ttl"]


class _Full:
    """A file on a disk that is full after the first byte."""

    def __init__(self, file):
        self.file = file

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.file.close()

    def write(self, data):
        self.file.write(data[:1])
        raise OSError(errno.ENOSPC, "No space left on device")


def test_save_leaves_nothing_behind_when_interrupted(tmp_path, monkeypatch):
    def interrupt(_handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "out.ttl", "new")
    assert names(tmp_path) == []


def test_save_says_which_folder_is_missing(tmp_path):
    with pytest.raises(InputError, match=r"no folder .*nowhere; make it first"):
        save(tmp_path / "nowhere" / "out.ttl", "x")


def test_save_refuses_a_folder(tmp_path):
    with pytest.raises(InputError, match="a folder; name a file in it"):
        save(tmp_path, "x")


def test_save_refuses_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="is not a folder"):
        save(tmp_path / "file" / "out.ttl", "x")


def test_save_refuses_a_path_that_no_system_has(tmp_path):
    with pytest.raises(KgError, match="cannot be written"):
        save(tmp_path / "a\0b", "x")


def test_save_says_that_a_lone_surrogate_cannot_be_written(tmp_path):
    with pytest.raises(KgError, match="character 1 is a lone surrogate"):
        save(tmp_path / "out.ttl", "a\ud800")
    assert names(tmp_path) == []


def test_save_respects_a_file_that_may_not_be_written(own_folder):
    target = own_folder / "out.ttl"
    target.write_text("earlier")
    target.chmod(0o444)
    with pytest.raises(InputError, match="may not be written"):
        save(target, "new")
    assert target.read_text() == "earlier"


def test_save_says_that_a_folder_may_not_be_written(own_folder):
    own_folder.chmod(0o555)
    with pytest.raises(InputError, match="no permission to write in"):
        save(own_folder / "out.ttl", "new")
    assert names(own_folder) == []


def test_save_writes_through_a_symbolic_link(tmp_path):
    real = tmp_path / "real"
    real.mkdir()
    (real / "graph.ttl").write_text("earlier")
    link = tmp_path / "link.ttl"
    link.symlink_to(Path("real") / "graph.ttl")
    save(link, "new")
    assert link.is_symlink()
    assert (real / "graph.ttl").read_text() == "new"


def test_save_makes_the_target_of_a_dangling_link(tmp_path):
    link = tmp_path / "link.ttl"
    link.symlink_to("later.ttl")
    save(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "later.ttl").read_text() == "new"


def test_save_does_not_follow_a_circle_of_links(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(KgError, match="cannot be written"):
        save(tmp_path / "a", "x")
    assert (tmp_path / "a").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes")
def test_save_writes_into_a_pipe_and_leaves_it_there(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        save(pipe, "through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
