// Small archives for the tests.
import * as zlib from "node:zlib";

/** An archive of pairs of name and bytes. */
export function archive(entries) {
  const parts = [], directory = [];
  let offset = 0;
  for (const [name, bytes] of entries) {
    const path = Buffer.from(name), packed = zlib.deflateRawSync(bytes, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(sum(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, tail, path]));
    parts.push(local);
    offset += local.length;
  }
  const whole = Buffer.concat(directory), end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(whole.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, whole, Buffer.from("PK\x05\x06"), end]);
}

/** A Word file, or a dossier, with one entry of two hundred megabytes. */
export function bomb(name) {
  const entries = [[name, Buffer.alloc(200 << 20, 32)]];
  if (name.startsWith("word/")) entries.unshift(["[Content_Types].xml", Buffer.from("<Types/>")]);
  return archive(entries);
}

/** The bytes of an entry of an archive. */
export function unpacked(bytes, name) {
  let at = bytes.readUInt32LE(bytes.lastIndexOf("PK\x05\x06") + 16);
  while (bytes.subarray(at, at + 4).toString("latin1") === "PK\x01\x02") {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [long, more, note] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    if (bytes.subarray(at + 46, at + 46 + long).toString() === name) {
      const local = bytes.readUInt32LE(at + 42), start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const own = bytes.subarray(start, start + packed);
      return method === 0 ? own : zlib.inflateRawSync(own);
    }
    at += 46 + long + more + note;
  }
  throw new Error(`no entry ${name}`);
}

/** The checksum of archives; older versions of Node have none. */
function sum(bytes) {
  if (zlib.crc32) return zlib.crc32(bytes);
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (0xedb88320 & -(value & 1));
  }
  return ~value >>> 0;
}
