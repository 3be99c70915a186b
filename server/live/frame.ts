import type { ServerMessage } from '../../core/protocol/messages.ts';

/** FIN and the opcode of text (RFC 6455, section 5.2). */
const TEXT = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/**
 * One whole, unmasked WebSocket text frame, ready for any number of sockets.
 * @param lasting for frames that are kept: their memory is their own, where a slice would keep its whole pool alive.
 */
export function encodeTextFrame(text: string, lasting = false): Buffer {
  const length = Buffer.byteLength(text);
  const header = length < LENGTH_16 ? 2 : length <= 0xffff ? 4 : 10;
  const frame = lasting ? Buffer.allocUnsafeSlow(header + length) : Buffer.allocUnsafe(header + length);
  frame[0] = TEXT;
  if (header === 2) {
    frame[1] = length;
  } else if (header === 4) {
    frame[1] = LENGTH_16;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LENGTH_64;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, header);
  return frame;
}

export const encodeMessage = (message: ServerMessage, lasting = false): Buffer =>
  encodeTextFrame(JSON.stringify(message), lasting);
