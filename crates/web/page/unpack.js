/* Unpacks what was packed with LZMA (the form of .lzma files: properties, size, one stream), into one array
   that is its own dictionary. It packs a module into two thirds of what gzip does, and needs nothing that an
   old browser lacks. */
"use strict";

/* Sixteen letters are thirteen bytes; the letters are those that end no script. Eight letters are a number that is
   still exact; two of these make a block, in four limbs of 26 bits. */
function unlettered(text) {
  const values = new Int16Array(128).fill(-1);
  for (let letter = 33, value = 0; letter < 127; letter += 1) {
    if (letter !== 60) { values[letter] = value; value += 1; }
  }
  const LIMB = 67108864, EIGHT = 93 ** 8, HIGH = Math.floor(EIGHT / LIMB), LOW = EIGHT - HIGH * LIMB;
  const bytes = new Uint8Array(Math.ceil(text.length / 16) * 13);
  let first = 0, own = 0, letters = 0, length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values[text.charCodeAt(at) & 127];
    if (value < 0) continue;
    own = own * 93 + value;
    letters += 1;
    if (letters === 8) { first = own; own = 0; continue; }
    if (letters < 16) continue;
    const h1 = Math.floor(first / LIMB), h0 = first - h1 * LIMB, o1 = Math.floor(own / LIMB), o0 = own - o1 * LIMB;
    const low = h0 * LOW, left = h1 * LOW, right = h0 * HIGH;
    const low1 = Math.floor(low / LIMB), left1 = Math.floor(left / LIMB), right1 = Math.floor(right / LIMB);
    let sum = low - low1 * LIMB + o0, carry = Math.floor(sum / LIMB);
    const d = sum - carry * LIMB;
    sum = low1 + (left - left1 * LIMB) + (right - right1 * LIMB) + o1 + carry;
    carry = Math.floor(sum / LIMB);
    const c = sum - carry * LIMB, rest = h1 * HIGH, rest1 = Math.floor(rest / LIMB);
    sum = rest - rest1 * LIMB + left1 + right1 + carry;
    carry = Math.floor(sum / LIMB);
    const b = sum - carry * LIMB, a = rest1 + carry;
    bytes[length] = a >>> 18;
    bytes[length + 1] = a >>> 10;
    bytes[length + 2] = a >>> 2;
    bytes[length + 3] = (a << 6) | (b >>> 20);
    bytes[length + 4] = b >>> 12;
    bytes[length + 5] = b >>> 4;
    bytes[length + 6] = (b << 4) | (c >>> 22);
    bytes[length + 7] = c >>> 14;
    bytes[length + 8] = c >>> 6;
    bytes[length + 9] = (c << 2) | (d >>> 24);
    bytes[length + 10] = d >>> 16;
    bytes[length + 11] = d >>> 8;
    bytes[length + 12] = d;
    length += 13;
    own = letters = 0;
  }
  return bytes.subarray(0, length);
}

function unlzma(packed) {
  const view = new DataView(packed.buffer, packed.byteOffset);
  const properties = packed[0], lc = properties % 9, lp = Math.floor(properties / 9) % 5, pb = Math.floor(properties / 45);
  const size = view.getUint32(5, true), out = new Uint8Array(size);
  const positions = (1 << pb) - 1, literals = (1 << lp) - 1;
  const odds = (count) => new Uint16Array(count).fill(1024);
  const isMatch = odds(192 << 1), isRep = odds(12), isRep0 = odds(12), isRep1 = odds(12), isRep2 = odds(12), isRep0Long = odds(192 << 1);
  const slots = odds(256), special = odds(128), aligned = odds(16), literal = odds(0x300 << (lc + lp));
  const length = () => ({ choice: odds(2), low: odds(16 << 3), middle: odds(16 << 3), high: odds(256) });
  const matches = length(), repeats = length();
  /* Range and code of the coder: numbers of 32 bits without a sign, which only an array keeps as such. */
  const coder = Uint32Array.of(0xffffffff, view.getUint32(14, false));
  let at = 18, here = 0, state = 0;
  let rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0;

  function shift() {
    coder[0] <<= 8;
    coder[1] = (coder[1] << 8) | packed[at];
    at += 1;
  }
  function bit(table, index) {
    const odd = table[index], bound = Math.imul(coder[0] >>> 11, odd) >>> 0;
    const value = coder[1] < bound ? 0 : 1;
    if (value === 0) {
      coder[0] = bound;
      table[index] = odd + ((2048 - odd) >> 5);
    } else {
      coder[0] -= bound;
      coder[1] -= bound;
      table[index] = odd - (odd >> 5);
    }
    if (coder[0] < 16777216) shift();
    return value;
  }
  function tree(table, from, bits) {
    let node = 1;
    for (let left = bits; left > 0; left -= 1) node = (node << 1) | bit(table, from + node);
    return node - (1 << bits);
  }
  function backwards(table, from, bits) {
    let node = 1, value = 0;
    for (let place = 0; place < bits; place += 1) {
      const one = bit(table, from + node);
      node = (node << 1) | one;
      value |= one << place;
    }
    return value;
  }
  function direct(bits) {
    let value = 0;
    for (let left = bits; left > 0; left -= 1) {
      coder[0] >>>= 1;
      const one = coder[1] >= coder[0] ? 1 : 0;
      if (one) coder[1] -= coder[0];
      value = value * 2 + one;
      if (coder[0] < 16777216) shift();
    }
    return value;
  }
  function lengthOf(own, position) {
    if (!bit(own.choice, 0)) return 2 + tree(own.low, position << 3, 3);
    if (!bit(own.choice, 1)) return 10 + tree(own.middle, position << 3, 3);
    return 18 + tree(own.high, 0, 8);
  }
  function byte() {
    const before = here ? out[here - 1] : 0;
    const from = 0x300 * (((here & literals) << lc) + (before >> (8 - lc)));
    let node = 1;
    if (state >= 7) {
      let match = out[here - rep0 - 1];
      do {
        const expected = (match >> 7) & 1;
        match <<= 1;
        const one = bit(literal, from + ((1 + expected) << 8) + node);
        node = (node << 1) | one;
        if (one !== expected) break;
      } while (node < 256);
    }
    while (node < 256) node = (node << 1) | bit(literal, from + node);
    out[here] = node & 255;
    here += 1;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }
  function distance(long) {
    const slot = tree(slots, Math.min(long - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1, base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + backwards(special, base - slot, bits);
    return base + direct(bits - 4) * 16 + backwards(aligned, 0, 4);
  }

  while (here < size) {
    const position = here & positions;
    if (!bit(isMatch, (state << 4) + position)) { byte(); continue; }
    let long;
    if (!bit(isRep, state)) {
      rep3 = rep2; rep2 = rep1; rep1 = rep0;
      long = lengthOf(matches, position);
      state = state < 7 ? 7 : 10;
      rep0 = distance(long);
    } else {
      if (!bit(isRep0, state)) {
        if (!bit(isRep0Long, (state << 4) + position)) {
          state = state < 7 ? 9 : 11;
          out[here] = out[here - rep0 - 1];
          here += 1;
          continue;
        }
      } else {
        let chosen;
        if (!bit(isRep1, state)) chosen = rep1;
        else {
          if (!bit(isRep2, state)) chosen = rep2;
          else { chosen = rep3; rep3 = rep2; }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = chosen;
      }
      long = lengthOf(repeats, position);
      state = state < 7 ? 8 : 11;
    }
    if (rep0 >= here) throw new Error("the module in the page is damaged");
    for (let from = here - rep0 - 1, end = Math.min(here + long, size); here < end; from += 1, here += 1) out[here] = out[from];
  }
  return out;
}
