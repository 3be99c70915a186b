/** The disk refused a write. Nothing of the write remains. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: 'disk-full' | 'storage';

  constructor(code: 'disk-full' | 'storage', cause: unknown) {
    super(code === 'disk-full' ? 'the disk is full' : 'the database refused the write', { cause });
    this.code = code;
  }
}
