// Reads a zip archive, so that tests see what a person gets when they unpack it.
import { crc32, inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** The files of an archive by path, as text. Throws if the archive is damaged. */
export function unzip(archive: Buffer): Map<string, string> {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error(`no directory entry at ${at}`);
    const nameLength = archive.readUInt16LE(at + 28);
    const path = archive.toString("utf8", at + 46, at + 46 + nameLength);
    if (files.has(path)) throw new Error(`${path} is in the archive twice`);
    files.set(path, content(archive, at, path));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

/** Where the directory's end record is: the last 22 bytes, or earlier if there is a comment. */
function findEnd(archive: Buffer): number {
  for (let at = archive.length - 22; at >= 0; at -= 1) {
    if (archive.readUInt32LE(at) === END) return at;
  }
  throw new Error(`no zip archive: ${archive.length} bytes without a directory`);
}

function content(archive: Buffer, entry: number, path: string): string {
  const method = archive.readUInt16LE(entry + 10);
  const sum = archive.readUInt32LE(entry + 16);
  const packedSize = archive.readUInt32LE(entry + 20);
  const size = archive.readUInt32LE(entry + 24);
  const local = archive.readUInt32LE(entry + 42);
  if (archive.readUInt32LE(local) !== LOCAL) throw new Error(`${path} has no header`);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + packedSize);
  if (method !== STORED && method !== DEFLATED) throw new Error(`${path}: method ${method}`);
  const bytes = method === STORED ? packed : inflateRawSync(packed);
  if (bytes.length !== size) throw new Error(`${path} has ${bytes.length} bytes, not ${size}`);
  if (crc32(bytes) !== sum) throw new Error(`${path} has another checksum`);
  return bytes.toString("utf8");
}
