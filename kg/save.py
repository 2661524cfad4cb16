"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from kg.errors import InputError, KgError


def save(path: str | os.PathLike[str], data: bytes | str) -> None:
    """Write `data` to `path`, a string as UTF-8: the file is there as a whole, or as it was before.

    A new file stands in for the old one in one step, under the same permissions; a symbolic link stays and its
    target is written. Pipes and devices (``/dev/stdout``) cannot be replaced and are written to.

    Raises:
        InputError: the folder is not there, `path` is a folder, or it may not be written.
        KgError: writing failed, for instance because the disk is full.
    """
    path = Path(path)
    content = _encoded(path, data)
    folder = path.parent
    try:
        target = Path(os.path.realpath(path))
        folder = target.parent
        earlier = _stat(path)
        if earlier and stat.S_ISDIR(earlier.st_mode):
            raise InputError(f"{path}: a folder; name a file in it")
        if earlier and not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise InputError(f"{path}: may not be written; change its permissions or name another file")
        if earlier and not stat.S_ISREG(earlier.st_mode):
            path.write_bytes(content)
        else:
            _replace(target, content, earlier)
    except FileNotFoundError as error:
        raise InputError(f"{path}: no folder {folder}; make it first") from error
    except NotADirectoryError as error:
        raise InputError(f"{path}: {folder} is not a folder") from error
    except PermissionError as error:
        raise InputError(f"{path}: no permission to write in {folder}") from error
    except (OSError, ValueError) as error:
        raise KgError(f"{path}: cannot be written: {getattr(error, 'strerror', None) or error}") from error


def _replace(target: Path, content: bytes, earlier: os.stat_result | None) -> None:
    """Write a new file beside `target` and give it that name; on any failure nothing of it remains."""
    fresh = target.with_name(f".kg-{secrets.token_hex(8)}.tmp")
    try:
        with fresh.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if earlier:
            if hasattr(os, "chown"):
                with suppress(PermissionError):  # only root may give a file to its earlier owner
                    os.chown(fresh, earlier.st_uid, earlier.st_gid)
            fresh.chmod(stat.S_IMODE(earlier.st_mode))
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _encoded(path: Path, data: bytes | str) -> bytes:
    try:
        return data.encode() if isinstance(data, str) else data
    except UnicodeEncodeError as error:
        raise KgError(f"{path}: character {error.start} is a lone surrogate, which UTF-8 cannot write") from error
