// Makes the bundled fonts of the screen client.
//
// Run once, by hand, when a face or a character set is to change; its results
// (*.woff2) are kept in the repository, and neither the build nor the server
// ever runs it. It needs Node 20 or newer (with full ICU, as all official
// builds have) and some packages that are no dependency of the product:
//
//   npm install --no-save subset-font@2.9.0 \
//     @expo-google-fonts/noto-sans-sc@0.4.3 @fontsource/barlow-condensed@5.3.0
//   node display/fonts/subset.mjs [--title SmileySans-Oblique.ttf] [--out DIR]
//
// --title names the whole TrueType file of Smiley Sans (得意黑) 1.1.1; without
// it smiley-sans-title.woff2 is left as it is. The npm packages of that face
// carry only split slices of it, the Debian package carries it whole:
//
//   apt-get download fonts-smiley-sans && dpkg-deb -x fonts-smiley-sans_*.deb t
//   (then t/usr/share/fonts/truetype/smiley-sans/SmileySans-Oblique.ttf)
//
// --out writes elsewhere than beside this script. To keep the packages out of
// the product's node_modules, copy this script to an empty folder and install
// and run it there with --out.
//
// fonts.css says how the files are used; the OFL-*.txt files are the licences.

import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import subsetFont from 'subset-font';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const { values: args } = parseArgs({
  options: { title: { type: 'string' }, out: { type: 'string', default: here } },
});

// ---------------------------------------------------------------- characters

/** Code points of the two-byte GB codes lead × trail, private use left out. */
function decodeGb([leadFrom, leadTo], [trailFrom, trailTo]) {
  const decoder = new TextDecoder('gb18030');
  const found = new Set();
  for (let lead = leadFrom; lead <= leadTo; lead += 1) {
    for (let trail = trailFrom; trail <= trailTo; trail += 1) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const code = text.codePointAt(0);
      const single = text.length === (code > 0xffff ? 2 : 1);
      const privateUse = code >= 0xe000 && code <= 0xf8ff;
      if (single && !privateUse && code !== 0xfffd) found.add(code);
    }
  }
  return found;
}

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const codesOf = (text) => [...text].map((c) => c.codePointAt(0));

const gb2312Hanzi = decodeGb([0xb0, 0xf7], [0xa1, 0xfe]);
const gb2312Symbols = decodeGb([0xa1, 0xa9], [0xa1, 0xfe]);
const gbkSymbols = decodeGb([0xa8, 0xa9], [0x40, 0xa0]);
const gbk = decodeGb([0x81, 0xfe], [0x40, 0xfe]);
if (gb2312Hanzi.size !== 6763) {
  throw new Error(`GB2312 has 6763 hanzi, the decoder gave ${gb2312Hanzi.size}`);
}

// The characters of the 通用规范汉字表 (2013; 8105 in all) beyond GBK, from the
// kTGH field of the Unicode Han Database 15.0. (GB 18030 gives two-byte codes to
// 24 of them, so that these are in the set above as well.)
const tghBeyondGbk = codesOf(
  '㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮' +
    '䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮鿍鿎鿏' +
    '𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰' +
    '𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭' +
    '𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡' +
    '𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬' +
    '𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓',
);

const latin = [...range(0x20, 0x7e), ...range(0xa0, 0xff)];
const signs = [
  ...range(0x2010, 0x2027), // dashes, quotation marks, bullets, ellipsis
  ...range(0x2030, 0x205e), // ‰ ′ ″ ‹ › ※ ⁄
  ...range(0x2070, 0x209f), // superior and inferior figures
  ...range(0x20a0, 0x20bf), // currency: €, ₩ …
  ...range(0x2100, 0x218f), // ℃ № ™ ℡ Ⅰ ⅓
  ...range(0x2190, 0x21ff), // arrows
  ...range(0x2200, 0x22ff), // − ∞ ≈ ≠ ≤ ≥
  ...range(0x2460, 0x24ff), // ① ⑳ ⑴ Ⓐ ⓫
  ...range(0x2500, 0x257f), // box drawing
  ...range(0x25a0, 0x25ff), // ▲▼●◆◇○■□▶◀
  ...range(0x2600, 0x27bf), // ☆★♠♥✓✔✕❶
  ...range(0x3000, 0x303f), // Chinese punctuation
  0x30fb,
  0x30fc, // ・ー
  ...range(0x3200, 0x33ff), // ㈠㊀㎡㎏㏄
  ...range(0xff01, 0xffee), // full-width forms
];

const core = new Set([...latin, ...signs, ...gb2312Symbols, ...gbkSymbols, ...gb2312Hanzi]);
const rest = new Set([...gbk, ...tghBeyondGbk].filter((code) => !core.has(code)));
const digits = [...range(0x20, 0x7e), ...codesOf('\u00a0·×÷±°−–—…€£¥•')];
const title = new Set([...latin, ...signs, ...gb2312Symbols, ...gb2312Hanzi]);

// ------------------------------------------------------------ TrueType files

/** The entries of the table directory of a TrueType file. */
function tablesOf(font) {
  return Object.fromEntries(
    range(0, font.readUInt16BE(4) - 1).map((i) => {
      const at = 12 + 16 * i;
      const tag = font.toString('latin1', at, at + 4);
      return [tag, { at, offset: font.readUInt32BE(at + 8), length: font.readUInt32BE(at + 12) }];
    }),
  );
}

/** The code points a TrueType file has glyphs for (cmap formats 4 and 12). */
function charactersOf(font) {
  const found = new Set();
  const { offset: cmap } = tablesOf(font).cmap;
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = font.readUInt16BE(at);
    if (format === 12) {
      for (let g = 0; g < font.readUInt32BE(at + 12); g += 1) {
        const group = at + 16 + 12 * g;
        for (const c of range(font.readUInt32BE(group), font.readUInt32BE(group + 4))) found.add(c);
      }
    } else if (format === 4 && font.readUInt16BE(cmap + 4 + 8 * i) === 3) {
      const size = font.readUInt16BE(at + 6);
      for (let s = 0; s < size; s += 2) {
        const last = font.readUInt16BE(at + 14 + s);
        const first = font.readUInt16BE(at + 16 + size + s);
        const delta = font.readUInt16BE(at + 16 + 2 * size + s);
        const slot = at + 16 + 3 * size + s;
        const offset = font.readUInt16BE(slot);
        for (let c = first; c <= last && c !== 0xffff; c += 1) {
          let glyph = offset ? font.readUInt16BE(slot + offset + 2 * (c - first)) : c;
          if (glyph || !offset) glyph = (glyph + delta) & 0xffff;
          if (glyph) found.add(c);
        }
      }
    }
  }
  return found;
}

const utf16be = (text) => Buffer.from(text, 'utf16le').swap16();

/**
 * A copy of a TrueType file under another name: its family names are replaced,
 * all others (copyright, licence …) kept in their English form. Later releases
 * of Smiley Sans reserve their name under the OFL, so that a changed version,
 * as a subset is, has to bear another one.
 */
function renamed(font, family, style) {
  const { name } = tablesOf(font);
  const records = new Map();
  const strings = name.offset + font.readUInt16BE(name.offset + 4);
  for (let i = 0; i < font.readUInt16BE(name.offset + 2); i += 1) {
    const at = name.offset + 6 + 12 * i;
    const [platform, , language, id, length, offset] = range(0, 5).map((n) => font.readUInt16BE(at + 2 * n));
    if (platform !== 3 || language !== 0x409) continue;
    records.set(id, Buffer.from(font.subarray(strings + offset, strings + offset + length)));
  }
  const compact = `${family}-${style}`.replaceAll(' ', '');
  const version = records.get(5).swap16().toString('utf16le');
  records.set(5, utf16be(version));
  records.set(1, utf16be(family));
  records.set(2, utf16be('Regular'));
  records.set(3, utf16be(`${version};${compact}`));
  records.set(4, utf16be(`${family} ${style}`));
  records.set(6, utf16be(compact));
  records.delete(16);
  records.delete(17);

  const ids = [...records.keys()].sort((a, b) => a - b);
  const head = Buffer.alloc(6 + 12 * ids.length);
  head.writeUInt16BE(ids.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  ids.forEach((id, i) => {
    const { length } = records.get(id);
    [3, 1, 0x409, id, length, offset].forEach((n, k) => head.writeUInt16BE(n, 6 + 12 * i + 2 * k));
    offset += length;
  });
  const table = Buffer.concat([head, ...ids.map((id) => records.get(id))]);

  // The new table goes to the end; the subsetter lays the file anew after it.
  const padding = Buffer.alloc((4 - (font.length % 4)) % 4);
  const copy = Buffer.concat([font, padding, table]);
  copy.writeUInt32BE(font.length + padding.length, name.at + 8);
  copy.writeUInt32BE(table.length, name.at + 12);
  return copy;
}

// ------------------------------------------------------------------- results

const licenceNames = [13, 14]; // name table: licence, licence URL
// Without 'aalt', 'locl' and their like, which would draw in thousands of
// Japanese, Korean and traditional variants that no text here asks for.
const hanFeatures = ['ccmp', 'liga', 'kern', 'mark', 'mkmk', 'palt', 'halt', 'vert', 'vrt2', 'vpal', 'vhal', 'vkrn'];

async function make(file, font, codes, options = {}) {
  const text = String.fromCodePoint(...codes);
  const woff2 = await subsetFont(font, text, {
    targetFormat: 'woff2',
    preserveNameIds: licenceNames,
    ...options,
  });
  await writeFile(join(resolve(args.out), file), woff2);
  console.log(`${file}\t${codes.length} characters\t${woff2.length} bytes`);
}

const noto = (style) => readFile(require.resolve(`@expo-google-fonts/noto-sans-sc/${style}/NotoSansSC_${style}.ttf`));
const only = (codes, font) => {
  const has = charactersOf(font);
  return [...codes].filter((code) => has.has(code));
};

for (const [weight, style] of [
  [500, '500Medium'],
  [700, '700Bold'],
]) {
  const font = await noto(style);
  await make(`noto-sans-sc-${weight}-core.woff2`, font, only(core, font), { keepFeatures: hanFeatures });
  await make(`noto-sans-sc-${weight}-rest.woff2`, font, only(rest, font), { keepFeatures: hanFeatures });
}

// All features are kept, 'tnum' (figures of one width) above all: the figures
// of this face are proportional without it.
for (const weight of [600, 700]) {
  const path = `@fontsource/barlow-condensed/files/barlow-condensed-latin-${weight}-normal.woff2`;
  await make(`barlow-condensed-${weight}.woff2`, await readFile(require.resolve(path)), digits);
}

if (args.title) {
  const font = await readFile(args.title);
  const named = renamed(font, 'Paceboard Title', 'Oblique');
  await make('smiley-sans-title.woff2', named, only(title, font), {
    keepFeatures: ['ccmp', 'calt', 'liga', 'kern', 'tnum', 'pnum', 'vert', 'vrt2'],
  });
}
