"""The other side of the format, by PyCryptodome: `interop.py open|make FILE`, the 64 digits on standard input."""
import hashlib, io, json, os, sys, zipfile, zlib
from Cryptodome.Cipher import AES
from Cryptodome.Hash import SHA256
from Cryptodome.Protocol.KDF import HKDF

action, path = sys.argv[1:]
key = HKDF(bytes.fromhex(sys.stdin.read().strip()), 32, b"", SHA256, context=b"backup encryption")
if action == "open":
    data = open(path, "rb").read()
    assert hashlib.md5(data[:-16]).digest() == data[-16:], "MD5"
    assert data[0] < 128 and data[3:7] == b"\x1a\x12\x0a\x10", "header: field 3, 18 bytes, its field 1, 16 bytes"
    cipher = AES.new(key, AES.MODE_GCM, nonce=data[7:23])
    plain = cipher.decrypt_and_verify(data[1 + data[0] : -32], data[-32:-16])
    with zipfile.ZipFile(io.BytesIO(zlib.decompress(plain))) as packed:
        assert packed.testzip() is None, "ZIP"
        print(json.dumps({name: hashlib.sha256(packed.read(name)).hexdigest() for name in packed.namelist()}))
else:
    iv, packed = os.urandom(16), io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr("chat.txt", "from the other side")
    # Field 3.1 is the IV, 4.1 and 4.3 are version and ending, 6 is 2; field 77 is unknown and makes the header long.
    message = b"\x08\x01\x1a\x12\x0a\x10" + iv + b"\x22\x0c\x0a\x06" + b"2.27.1" + b"\x1a\x02" + b"42"
    message += b"\x30\x02" + b"\xea\x04\x82\x01" + bytes(130)
    head = bytes([len(message) & 127 | 128, len(message) >> 7]) + message
    sealed, tag = AES.new(key, AES.MODE_GCM, nonce=iv).encrypt_and_digest(zlib.compress(packed.getvalue()))
    with open(path, "xb") as out:
        out.write(head + sealed + tag + hashlib.md5(head + sealed + tag).digest())
