/**
 * One text for one value: keys sorted by code unit, no spaces, absent members left out. The base of every hash in
 * the product. Written as a plain loop: every change of a figure hashes whole programmes with it.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  const members = value as Record<string, unknown>;
  let text = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/**
 * A 64-bit fingerprint of a JSON value as 16 hexadecimal digits, to notice that two copies differ.
 * It guards against mistakes, not against an enemy (that is what the log's SHA-256 chain is for), and it
 * needs no secure context, which a screen on a plain http address does not have.
 * Two FNV-1a-style lanes with different multipliers, mixed at the end.
 */
export function fingerprint(value: unknown): string {
  const text = canonicalJson(value);
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 15);
  }
  a = Math.imul(a ^ (a >>> 16), 0xc2b2ae35) ^ b;
  b = Math.imul(b ^ (b >>> 13), 0x27d4eb2f) ^ a;
  return [a, b].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
