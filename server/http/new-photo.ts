/** How a picture becomes a photo of the library, whether it was uploaded or lay in a workbook. */
import { officeDate } from '../../core/office-time.ts';
import { registerNamed, type Photo } from '../../core/registers/index.ts';
import { mayRead } from '../../core/rights/reading.ts';
import { parseMonth, type IsoDate, type IsoMonth } from '../../core/time.ts';
import { z } from 'zod';
import type { Identity } from '../accounts/accounts.ts';
import { samePhoto, twinOf, type Twin } from '../photos/duplicates.ts';
import type { Picture, PictureProblem } from '../photos/picture.ts';
import type { Pictures } from '../photos/pictures.ts';
import type { Parts } from '../parts.ts';
import { invalid, problem, throttled } from './problem.ts';
import { recordSeen } from './sight.ts';
import { authorised } from './write-rights.ts';
import { write } from './writes.ts';

/** A phone's largest pictures, with room. */
export const MOST_PICTURE_BYTES = 20 * 1024 * 1024;
const RETRY_SECONDS = 5;

/** What the server finds out about a picture; its sender writes none of it. */
const BY_SERVER = ['state', 'file', 'likeness', 'width', 'height', 'submittedOn'] as const;

/** The month that a photo is for, as it comes in. */
export const photoMonth: z.ZodType<IsoMonth> = z.string().transform((text, context) => {
  const month = parseMonth(text);
  if (month) return month;
  context.addIssue({ code: 'custom', message: 'must be a month like 2017-12' });
  return z.NEVER;
});

/** What the sender says of a picture. */
export interface NewPhoto {
  readonly project: string;
  readonly month: IsoMonth;
  readonly caption?: string;
  readonly viewpoint?: string;
  /** It is meant although the library has one like it. */
  readonly confirm?: 'duplicate';
}

export interface Intake {
  /** Why the photo is there, for the log. */
  readonly reason?: string;
  /** The very same picture never comes twice into a project's month, whatever is confirmed. */
  readonly once?: boolean;
}

const REFUSALS: Readonly<Record<PictureProblem, string>> = {
  'not-a-picture': 'is no JPEG, PNG or WebP picture',
  heic: 'is a HEIC picture: save or send it as JPEG',
  'too-many-pixels': 'has too many points',
  damaged: 'cannot be read: it is damaged or incomplete',
};

/** A twin as the sender may know of it: of another unit's photo only that there is one. */
const seenTwin = (parts: Parts, who: Identity, { photo, distance }: Twin) => {
  const readable = mayRead(who, registerNamed('photos'), photo, parts.changes.ledger());
  const { id, project, month } = photo;
  return { photo: readable ? { id, project, month } : null, distance };
};

const valuesOf = ({ project, month, caption, viewpoint }: NewPhoto): Readonly<Record<string, unknown>> => ({
  project,
  month,
  ...(caption?.trim() ? { caption } : {}),
  ...(viewpoint?.trim() ? { viewpoint } : {}),
});

/** A picture of another month is no evidence of this one; its sender may know why. */
const doubtsAbout = (month: IsoMonth, takenOn: IsoDate | null) =>
  takenOn !== null && !takenOn.startsWith(`${month}-`)
    ? [{ path: 'takenOn', code: 'other-month', message: `was taken on ${takenOn}` }]
    : [];

/** @throws Problem photo-there or duplicate-photo. */
function checkNew(
  parts: Parts,
  who: Identity,
  { project, month, confirm }: NewPhoto,
  picture: Pick<Photo, 'file' | 'likeness'>,
  once: boolean,
): void {
  const photos = parts.changes.ledger().tables.photos;
  const same = once ? samePhoto(photos.values(), { ...picture, project, month }) : null;
  if (same) throw problem('photo-there', { members: seenTwin(parts, who, { photo: same, distance: 0 }) });
  const twin = confirm === 'duplicate' ? null : twinOf(photos.values(), picture);
  if (!twin) return;
  throw problem('duplicate-photo', {
    detail: 'send it again with confirm=duplicate if it is meant',
    members: seenTwin(parts, who, twin),
  });
}

async function keep(
  parts: Parts,
  who: Identity,
  photo: NewPhoto,
  picture: Picture,
  { reason, once = false }: Intake,
): Promise<Photo> {
  const { jpeg, width, height, likeness, takenOn } = picture;
  const file = await parts.files.put(jpeg);
  checkNew(parts, who, photo, { file, likeness }, once);
  const values = {
    ...valuesOf(photo),
    ...(takenOn ? { takenOn } : {}),
    state: 'submitted',
    file,
    likeness,
    width,
    height,
    submittedOn: officeDate(parts.now()),
  };
  const request = { kind: 'create', register: 'photos', values } as const;
  const committed = await write(parts, who, [request], { byServer: BY_SERVER, reason });
  const kept = committed.ledger.tables.photos.get(committed.records[0] ?? '');
  if (!kept) throw new Error('a commit left no photo');
  return kept;
}

/**
 * Refuses a photo that the caller may not hand in; before any work is spent on the picture.
 * @throws Problem forbidden.
 */
export function checkPhotoRights(parts: Parts, who: Identity, photo: NewPhoto): void {
  const request = { kind: 'create', register: 'photos', values: valuesOf(photo) } as const;
  authorised(parts, who, [request], { pathOf: () => '', byServer: BY_SERVER });
}

/**
 * Makes a photo of a picture: upright, reduced, freed of metadata, to be accepted by the office.
 * @returns the record as the caller sees it, and warnings.
 * @throws Problem invalid for what is no usable picture, photo-there, duplicate-photo, throttled, and whatever a write throws.
 */
export async function addPhoto(
  parts: Parts,
  pictures: Pictures,
  who: Identity,
  photo: NewPhoto,
  bytes: Uint8Array,
  intake: Intake = {},
) {
  if (pictures.isCrowded()) throw throttled(RETRY_SECONDS);
  const kept = await pictures.take(bytes, (outcome) => {
    if (!outcome.ok) throw invalid('file', outcome.problem, REFUSALS[outcome.problem]);
    return keep(parts, who, photo, outcome.value, intake);
  });
  const shown = recordSeen(who, parts.changes.ledger(), 'photos', kept.id);
  return { ...shown, warnings: doubtsAbout(photo.month, kept.takenOn ?? null) };
}
