"""Bitwarden's password-protected JSON by another hand: pycryptodome, after Bitwarden's own sources.

open: the file on standard input, the password as argument; prints the JSON within.
make: any text on standard input; prints a protected file of it.
"""
import base64, hashlib, hmac, json, sys
from Cryptodome.Cipher import AES
from Cryptodome.Random import get_random_bytes


def expand(master, info):
    return hmac.new(master, info + b"\x01", hashlib.sha256).digest()


def keys(password, salt, iterations):
    master = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), iterations)
    return expand(master, b"enc"), expand(master, b"mac")


def unbox(box, enc, mac):
    assert box.startswith("2.")
    iv, sealed, tag = [base64.b64decode(part, validate=True) for part in box[2:].split("|")]
    assert hmac.compare_digest(hmac.new(mac, iv + sealed, hashlib.sha256).digest(), tag)
    plain = AES.new(enc, AES.MODE_CBC, iv).decrypt(sealed)
    return plain[: -plain[-1]].decode()


def box(text, enc, mac):
    iv = get_random_bytes(16)
    plain = text.encode()
    plain += bytes([16 - len(plain) % 16]) * (16 - len(plain) % 16)
    sealed = AES.new(enc, AES.MODE_CBC, iv).encrypt(plain)
    tag = hmac.new(mac, iv + sealed, hashlib.sha256).digest()
    return "2." + "|".join(base64.b64encode(part).decode() for part in (iv, sealed, tag))


action, password = sys.argv[1:]
given = sys.stdin.read()
if action == "open":
    file = json.loads(given)
    assert file["encrypted"] and file["passwordProtected"] and file["kdfType"] == 0
    enc, mac = keys(password, file["salt"], file["kdfIterations"])
    unbox(file["encKeyValidation_DO_NOT_EDIT"], enc, mac)
    sys.stdout.write(unbox(file["data"], enc, mac))
else:
    salt = base64.b64encode(get_random_bytes(16)).decode()
    enc, mac = keys(password, salt, 5000)
    made = {"encrypted": True, "passwordProtected": True, "salt": salt, "kdfType": 0, "kdfIterations": 5000}
    made["encKeyValidation_DO_NOT_EDIT"] = box("00000000-0000-0000-0000-000000000000", enc, mac)
    made["data"] = box(given, enc, mac)
    print(json.dumps(made))
