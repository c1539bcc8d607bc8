"""A keyring for tests, which keeps everything in the file that FILE_KEYRING names."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class FileKeyring(KeyringBackend):
    """Does what the keyrings of systems do, also between processes."""

    priority = 5

    @property
    def _file(self):
        return Path(os.environ["FILE_KEYRING"])

    def _entries(self):
        return json.loads(self._file.read_text()) if self._file.exists() else {}

    def get_password(self, service, username):
        return self._entries().get(f"{service} {username}")

    def set_password(self, service, username, password):
        entries = self._entries() | {f"{service} {username}": password}
        temporary = self._file.with_name(f"{os.getpid()}.tmp")
        temporary.write_text(json.dumps(entries))
        temporary.replace(self._file)
