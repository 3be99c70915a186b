/** How a file becomes a medium for screens. */
import type { Medium } from '../../core/registers/index.ts';
import type { Identity } from '../accounts/accounts.ts';
import type { StagedFile } from '../files/files.ts';
import type { Intake, Measured, MediumProblem } from '../media/intake.ts';
import type { Parts } from '../parts.ts';
import { invalid, problem, throttled, type Problem } from './problem.ts';
import { recordSeen } from './sight.ts';
import { writeOne } from './writes.ts';

const RETRY_SECONDS = 5;

/** What the server finds out about a file; its sender writes none of it. */
const BY_SERVER = ['kind', 'type', 'file', 'bytes', 'width', 'height', 'durationMs'] as const;

const REFUSALS: Readonly<Record<MediumProblem, string>> = {
  'not-a-medium': 'is neither a JPEG, PNG or WebP picture nor an MP4 or WebM video',
  heic: 'is a HEIC picture: save or send it as JPEG',
  'image-too-large': 'is a picture of more than 20 MB',
  'too-many-pixels': 'has more than 50 million points',
  damaged: 'cannot be read: it is damaged or incomplete',
  'not-a-video': 'has no video in it',
  codec: 'is a video that not every screen plays: export it as MP4 with H.264',
  'too-large-picture': 'is a video of more than 4096 points on a side',
  'too-long': 'is a video of more than an hour',
};

/** Files of a kind that is never taken are 415; those that are too large or unusable say so of themselves. */
const refusalOf = (code: MediumProblem): Problem =>
  code === 'not-a-medium'
    ? problem('unknown-medium', { errors: [{ path: 'file', code, message: REFUSALS[code] }] })
    : invalid('file', code, REFUSALS[code]);

function checkNew(parts: Parts, { file }: Measured): void {
  for (const { id, name, file: known } of parts.changes.ledger().tables.media.values()) {
    if (known === file) throw problem('medium-there', { members: { medium: { id, name } } });
  }
}

/** A name that is taken is known before a long file is looked at. @throws Problem invalid. */
function checkName(parts: Parts, name: string): void {
  const media: Iterable<Medium> = parts.changes.ledger().tables.media.values();
  for (const medium of media) {
    if (medium.name === name.trim()) throw invalid('name', 'taken', 'is the name of another medium');
  }
}

/**
 * Makes a medium of a file: pictures are made anew without metadata, videos are kept as they came.
 * @returns the record as the caller sees it.
 * @throws Problem invalid, unknown-medium, medium-there, throttled, and whatever a write throws; StorageError.
 */
export async function addMedium(parts: Parts, intake: Intake, who: Identity, name: string, staged: StagedFile) {
  if (intake.isCrowded()) throw throttled(RETRY_SECONDS);
  checkName(parts, name);
  const taken = await intake.take(staged);
  if (!taken.ok) throw refusalOf(taken.problem);
  checkNew(parts, taken.value);
  const request = { kind: 'create', register: 'media', values: { name, ...taken.value } } as const;
  const id = await writeOne(parts, who, request, { byServer: BY_SERVER });
  return recordSeen(who, parts.changes.ledger(), 'media', id);
}
