// Word files in which every word is followed by an attack.
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** The entries of an archive, as they stand in its directory. */
function entries(bytes) {
  let at = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const count = bytes.readUInt16LE(at + 10), found = [];
  at = bytes.readUInt32LE(at + 16);
  for (let index = 0; index < count; index += 1) {
    const [method, size, nameSize, extra, comment] = [10, 20, 28, 30, 32].map((place) => place === 20 ? bytes.readUInt32LE(at + place) : bytes.readUInt16LE(at + place));
    const name = bytes.toString("utf8", at + 46, at + 46 + nameSize), local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    found.push({ name, data: method === 8 ? inflateRawSync(data) : data });
    at += 46 + nameSize + extra + comment;
  }
  return found;
}

const TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const sum = (data) => (data.reduce((value, byte) => TABLE[(value ^ byte) & 255] ^ (value >>> 8), ~0) ^ ~0) >>> 0;

function archive(files) {
  const bodies = [], directory = [];
  let at = 0;
  for (const { name, data } of files) {
    const packed = deflateRawSync(data), title = Buffer.from(name), head = Buffer.alloc(30), line = Buffer.alloc(46);
    head.writeUInt32LE(0x04034b50, 0);
    line.writeUInt32LE(0x02014b50, 0);
    line.writeUInt16LE(20, 4);
    for (const [part, from] of [[head, 4], [line, 6]]) {
      part.writeUInt16LE(20, from);
      part.writeUInt16LE(8, from + 4);
      part.writeUInt32LE(sum(data), from + 10);
      part.writeUInt32LE(packed.length, from + 14);
      part.writeUInt32LE(data.length, from + 18);
      part.writeUInt16LE(title.length, from + 22);
    }
    line.writeUInt32LE(at, 42);
    bodies.push(head, title, packed);
    directory.push(line, title);
    at += 30 + title.length + packed.length;
  }
  const lines = Buffer.concat(directory), end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(lines.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, lines, end]);
}

/** A Word file with an attack behind all words of another, in headers, tables and notes too. */
export function hostile(word, attack) {
  const text = attack.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return archive(entries(word).map(({ name, data }) => ({
    name, data: /^word\/.*\.xml$/.test(name) ? Buffer.from(data.toString("utf8").replaceAll("</w:t>", () => ` ${text}</w:t>`)) : data,
  })));
}
