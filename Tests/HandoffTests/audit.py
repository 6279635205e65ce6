"""A second verifier of an exported log, by another hand: RFC 6962 and signed notes, with OpenSSL for Ed25519.

Usage: audit.py FILE. Prints the log's name, its length and its signers; says why and leaves with 1 if it does not hold.
"""
import base64
import hashlib
import os
import subprocess
import sys
import tempfile


class Broken(Exception):
    pass


def leaf(data):
    return hashlib.sha256(b"\x00" + data).digest()


def root(hashes):
    """The root by the definition: split at the greatest power of two below the length."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    level = list(hashes)
    while len(level) > 1:
        paired = [hashlib.sha256(b"\x01" + level[i] + level[i + 1]).digest() for i in range(0, len(level) - 1, 2)]
        level = paired + ([level[-1]] if len(level) % 2 else [])
    return level[0]


def verifies(key, signature, message):
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        spki = bytes.fromhex("302a300506032b6570032100") + key
        for name, data in (("key", spki), ("signature", signature), ("message", message)):
            names[name] = os.path.join(folder, name)
            with open(names[name], "wb") as file:
                file.write(data)
        return subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", names["key"], "-rawin",
             "-in", names["message"], "-sigfile", names["signature"]], capture_output=True).returncode == 0


def exact(text, length):
    data = base64.b64decode(text, validate=True)
    if len(data) != length or base64.b64encode(data).decode() != text:
        raise Broken("base64")
    return data


def verify(data):
    head, mark, entries = data.partition(b"\nentries\n")
    lines = head.decode("utf-8").split("\n")
    if not mark or lines[0] != "ipcase audit export v1":
        raise Broken("form")
    blank = lines.index("", 1)
    keys = []
    for line in lines[1:blank]:
        word, name, key = line.split(" ")
        if word != "key":
            raise Broken("key")
        keys.append((name, exact(key, 32)))
    origin, size, expected, empty, *signatures = lines[blank + 1:]
    if empty or str(int(size)) != size or len(signatures) != len(keys) or keys[0][0] != origin:
        raise Broken("note")
    message = f"{origin}\n{size}\n{expected}\n".encode()
    for (name, key), line in zip(keys, signatures):
        dash, signer, text = line.split(" ")
        signature = exact(text, 68)
        key_id = hashlib.sha256(name.encode() + b"\n\x01" + key).digest()[:4]
        if dash != "—" or signer != name or signature[:4] != key_id or not verifies(key, signature[4:], message):
            raise Broken("signature")
    if entries and not entries.endswith(b"\n"):
        raise Broken("last line")
    leaves = [leaf(line) for line in entries.split(b"\n")[:-1]]
    if len(leaves) != int(size) or root(leaves) != exact(expected, 32):
        raise Broken("root")
    return origin, size, [name for name, _ in keys]


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as export:
        try:
            print(*(" ".join(part) if isinstance(part, list) else part for part in verify(export.read())))
        except (Broken, ValueError, IndexError) as error:
            sys.exit(f"audit: {error}")
