/**
 * The browser's files and locks in memory: what `platform/files.ts` and `platform/unfinished-files.ts` name.
 */

const failure = (name: string) => new DOMException(name, name);

/** Bytes that all folders together may still take. */
export type Room = { bytes: number };

class MemoryFile {
  readonly kind = "file";
  bytes = new Uint8Array(0);
  /** The next stream to it is refused. */
  isRefusing = false;

  constructor(
    readonly name: string,
    private readonly folder: MemoryFolder,
  ) {}

  async getFile(): Promise<File> {
    return new File([this.bytes], this.name);
  }

  async remove(): Promise<void> {
    await this.folder.removeEntry(this.name);
  }

  async createWritable() {
    if (this.isRefusing) throw failure("NotAllowedError");
    const pieces: Uint8Array[] = [];
    let isOpen = true;
    const end = () => {
      if (!isOpen) throw failure("InvalidStateError");
      isOpen = false;
    };
    return {
      write: async (bytes: Uint8Array) => {
        if (!isOpen) throw failure("InvalidStateError");
        if (this.folder.room.bytes < bytes.length) throw failure("QuotaExceededError");
        this.folder.room.bytes -= bytes.length;
        pieces.push(bytes.slice());
      },
      close: async () => {
        end();
        this.bytes = new Uint8Array(Buffer.concat(pieces));
      },
      abort: async () => end(),
    };
  }
}

export class MemoryFolder {
  readonly kind = "directory";
  readonly inside = new Map<string, MemoryFile | MemoryFolder>();
  /** Names that cannot be removed. */
  readonly stuck = new Set<string>();
  /** Every call is refused, because the user has withdrawn the permission. */
  isForbidden = false;

  constructor(readonly room: Room = { bytes: Number.POSITIVE_INFINITY }) {}

  private found<T>(name: string, kind: "file" | "directory", make: (() => T) | undefined): T {
    if (this.isForbidden) throw failure("NotAllowedError");
    const there = this.inside.get(name);
    if (there?.kind === kind) return there as T;
    if (there) throw failure("TypeMismatchError");
    if (!make) throw failure("NotFoundError");
    const made = make();
    this.inside.set(name, made as MemoryFile | MemoryFolder);
    return made;
  }

  async getFileHandle(name: string, options?: { create: boolean }): Promise<MemoryFile> {
    return this.found(name, "file", options?.create ? () => new MemoryFile(name, this) : undefined);
  }

  async getDirectoryHandle(name: string, options?: { create: boolean }): Promise<MemoryFolder> {
    return this.found(name, "directory", options?.create ? () => new MemoryFolder(this.room) : undefined);
  }

  async removeEntry(name: string): Promise<void> {
    if (this.stuck.has(name)) throw failure("NoModificationAllowedError");
    if (!this.inside.delete(name)) throw failure("NotFoundError");
  }

  async *keys(): AsyncGenerator<string> {
    yield* [...this.inside.keys()];
  }

  /** Every file by its path, with its text (one character for each byte). */
  contents(within = ""): Record<string, string> {
    const all: Record<string, string> = {};
    for (const [name, it] of this.inside) {
      if (it instanceof MemoryFolder) Object.assign(all, it.contents(`${within}${name}/`));
      else all[within + name] = Buffer.from(it.bytes).toString("latin1");
    }
    return all;
  }

  bytesOf(path: string): Uint8Array<ArrayBuffer> {
    return new Uint8Array(Buffer.from(this.contents()[path] ?? "", "latin1"));
  }
}

type Held = (lock: { name: string } | null) => unknown;

/** Exclusive locks; a request waits only where it does not say `ifAvailable`. */
export class MemoryLocks {
  readonly held = new Set<string>();

  request = async (name: string, ...rest: [Held] | [{ ifAvailable: boolean }, Held]): Promise<unknown> => {
    const callback = rest.at(-1) as Held;
    if (this.held.has(name)) return callback(null);
    this.held.add(name);
    try {
      return await callback({ name });
    } finally {
      this.held.delete(name);
    }
  };
}
