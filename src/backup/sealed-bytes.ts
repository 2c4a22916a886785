/** Lengths in bytes of what surrounds every ciphertext: shared/formats.md §4. */
export const IV_BYTES = 16;
export const TAG_BYTES = 16;
export const MD5_BYTES = 16;
