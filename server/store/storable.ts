/** Text that comes back from the file as it went in; anything else would break a chain of hashes. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');
