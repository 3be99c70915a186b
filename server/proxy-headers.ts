/** How what a proxy says of a request is read; whether it is believed, the callers decide. */

/** A proxy appends to these headers: what it wrote itself stands last. */
export const lastOf = (header: string | readonly string[] | undefined): string | undefined =>
  (typeof header === 'string' ? header : header?.at(-1))?.split(',').at(-1)?.trim() || undefined;

/** The origin of an address, or null when it is none. */
export const originOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).origin : null);
