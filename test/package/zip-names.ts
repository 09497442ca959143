/** Signatures and sizes of the ZIP format (APPNOTE.TXT, sections 4.3.12 and 4.3.16). */
const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_SIZE = 22;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_SIZE = 46;

/**
 * The names of the files in a ZIP archive, in its order.
 *
 * @param archive its bytes; without a comment at its end, and not of the 64-bit kind
 */
export function zipNames(archive: Buffer): string[] {
  const end = archive.length - END_OF_DIRECTORY_SIZE;
  if (archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('no end of the directory where it should be');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error(`no entry of the directory at ${at}`);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const nameStart = at + DIRECTORY_ENTRY_SIZE;
    at = nameStart + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
    return archive.toString('utf8', nameStart, nameStart + (nameLength ?? 0));
  });
}
