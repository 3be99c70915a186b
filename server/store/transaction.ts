import type { Database, Driver } from './database.ts';
import { storageFailure } from './storage-failure.ts';

/** Adds transactions to a driver; IMMEDIATE, so that a refusal comes at the start and not half-way. */
export const withTransactions = (driver: Driver): Database => ({
  ...driver,
  transaction: (work) => {
    try {
      driver.exec('BEGIN IMMEDIATE');
      const result = work();
      driver.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk may already have ended the transaction.
      if (driver.inTransaction()) driver.exec('ROLLBACK');
      throw storageFailure(error);
    }
  },
});
