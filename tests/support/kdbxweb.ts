/** KeePass databases as kdbxweb makes and opens them: what Bitwarden and KeeWeb read with. */
import { argon2d, argon2id } from "hash-wasm";
import kdbxweb from "kdbxweb";

kdbxweb.CryptoEngine.setArgon2Impl(async (password, salt, memory, iterations, length, parallelism, type) => {
  const derive = type === kdbxweb.CryptoEngine.Argon2TypeArgon2d ? argon2d : argon2id;
  const derived = await derive({
    password: new Uint8Array(password),
    salt: new Uint8Array(salt),
    memorySize: memory,
    iterations,
    parallelism,
    hashLength: length,
    outputType: "binary",
  });
  return derived.slice().buffer as ArrayBuffer;
});

const credentials = (password: string) =>
  new kdbxweb.Credentials(kdbxweb.ProtectedValue.fromString(password));

type Fields = Record<string, string>;

/** The fields of every entry, in order. */
export async function openByKdbxweb(bytes: Uint8Array, password: string): Promise<Fields[]> {
  const database = await kdbxweb.Kdbx.load(bytes.slice().buffer as ArrayBuffer, credentials(password));
  const textOf = (value: kdbxweb.KdbxEntryField) => (typeof value === "string" ? value : value.getText());
  return [...database.getDefaultGroup().allEntries()].map(({ fields }) =>
    Object.fromEntries([...fields].map(([name, value]) => [name, textOf(value)])),
  );
}

export type Making = {
  version: 3 | 4;
  kdf: "aes" | "argon2d" | "argon2id";
  cipher: "aes" | "chacha20";
  isCompressed: boolean;
};

/** A database with these entries; passwords and fields named `Secret` are protected. Cheap to open. */
export async function makeByKdbxweb(
  making: Making,
  password: string,
  entries: readonly Fields[],
): Promise<Uint8Array> {
  const { Consts, Int64, Kdbx, KdbxUuid, ProtectedValue, VarDictionary } = kdbxweb;
  const database = Kdbx.create(credentials(password), "made");
  database.setVersion(making.version);
  const { header } = database;
  if (making.version === 4) {
    const ids = { aes: Consts.KdfId.Aes, argon2d: Consts.KdfId.Argon2d, argon2id: Consts.KdfId.Argon2id };
    database.setKdf(ids[making.kdf]);
    if (making.kdf === "aes")
      header.kdfParameters?.set("R", VarDictionary.ValueType.UInt64, Int64.from(5000));
  } else header.keyEncryptionRounds = 70_001;
  if (making.cipher === "chacha20") header.dataCipherUuid = new KdbxUuid(Consts.CipherId.ChaCha20);
  header.compression = Consts.CompressionAlgorithm[making.isCompressed ? "GZip" : "None"];
  for (const fields of entries) {
    const entry = database.createEntry(database.getDefaultGroup());
    for (const [name, value] of Object.entries(fields)) {
      const isProtected = name === "Password" || name === "Secret";
      entry.fields.set(name, isProtected ? ProtectedValue.fromString(value) : value);
    }
  }
  return new Uint8Array(await database.save());
}
