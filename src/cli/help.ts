/** What `--help` prints. */
export const HELP = `Usage: sixtyfour COMMAND FILE… [--key - | --key PATH] [--output PATH] [--json]

Commands
  describe   says what each file is, without any key
  prove      says whether the key fits, from the first kilobytes
  check      reads each file to its end: key, tag and checksum
  open       decrypts into --output
  lock       packs the files into one and locks it with the key, into --output
  repair     finds the key that a mistyped one was meant to be; prints it

Options
  --key -         the key from standard input: 64 digits, several keys one a line, or a key file's bytes
  --key PATH      the key from a file: text, encrypted_backup.key, or key (crypt12, crypt14)
                  A key is never an argument.
  --output PATH   a file; a folder when it ends with /, is one, or when several files are opened
                  Nothing is ever overwritten.
  --most GIB      open: the most that may come out of one file (ten times its size, at least 1)
  --ending NN     lock: the last two digits of the phone number, written into the header
  --json          one JSON object a line
  --help, --version

A folder stands for all files in it. Exit code 0: every file has the right key (describe: was read; lock: was
locked; repair: was found). 1: one has not. 2: wrong usage.
`;
