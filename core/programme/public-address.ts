import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import type { Programme } from './programme.ts';

/** The address of the public page where the settings name one; screens draw it as a QR code. */
export function publicAddressIn(ledger: Ledger): Pick<Programme, 'publicAddress'> {
  const address = settingsOf(ledger)?.publicAddress;
  return address === undefined ? {} : { publicAddress: address };
}
