/** The demo's photos: eight sites in two or three months each, from the same viewpoint; and one picture for screens. */
import { createHash } from 'node:crypto';
import type { Medium, Photo } from '../../core/registers/index.ts';
import type { ChangeRequest } from '../changes/changes.ts';
import { DEMO_YEAR } from './demo-projects.ts';
import { SITE_HEIGHT, SITE_WIDTH, sitePicture, type Site, type SiteStage } from './site-picture.ts';
import { create } from './table.ts';

/** What the server finds out about a picture when it is kept. */
export type KeptPicture = Pick<Photo, 'file' | 'likeness' | 'width' | 'height'> & Pick<Medium, 'bytes'>;
/** By the picture's name. */
export type KeptPictures = ReadonlyMap<string, KeptPicture>;

type Place = Omit<Site, 'stage' | 'month'>;
type Visit = readonly [month: number, stage: SiteStage];

const PLACES: Readonly<Record<string, readonly [Place, readonly Visit[]]>> = {
  'KP2017-012': [
    { seed: 12, floors: 5, bays: 9 },
    [
      [3, 'pit'],
      [5, 'frame'],
      [12, 'toppedOut'],
    ],
  ],
  'KP2017-013': [
    { seed: 13, floors: 3, bays: 12 },
    [
      [5, 'frame'],
      [12, 'finished'],
    ],
  ],
  'KP2017-015': [
    { seed: 15, floors: 4, bays: 11 },
    [
      [5, 'pit'],
      [12, 'frame'],
    ],
  ],
  'KP2017-017': [
    { seed: 17, floors: 7, bays: 7 },
    [
      [5, 'frame'],
      [12, 'toppedOut'],
    ],
  ],
  'KP2017-024': [
    { seed: 24, floors: 9, bays: 6 },
    [
      [5, 'pit'],
      [12, 'frame'],
    ],
  ],
  'KP2017-031': [
    { seed: 31, floors: 6, bays: 10 },
    [
      [5, 'toppedOut'],
      [12, 'finished'],
    ],
  ],
  'KP2017-036': [
    { seed: 36, floors: 3, bays: 13 },
    [
      [5, 'toppedOut'],
      [12, 'finished'],
    ],
  ],
  'KP2017-038': [
    { seed: 38, floors: 5, bays: 8 },
    [
      [5, 'frame'],
      [12, 'toppedOut'],
    ],
  ],
};

const CAPTIONS: Readonly<Record<SiteStage, string>> = {
  pit: '基坑开挖',
  frame: '主体施工',
  toppedOut: '主体封顶',
  finished: '竣工验收',
};

const MEDIUM = 'demo-image';
const MEDIUM_SITE: Site = { seed: 99, floors: 8, bays: 12, stage: 'finished', month: 5 };

const shots = Object.entries(PLACES).flatMap(([project, [place, visits]]) =>
  visits.map(([number, stage]) => {
    const month = `${DEMO_YEAR}-${String(number).padStart(2, '0')}`;
    return { name: `${project}-${month}`, project, month, stage, site: { ...place, stage, month: number } };
  }),
);

/** Every drawn picture, by its name. */
export const DEMO_PICTURES: readonly { readonly name: string; readonly svg: string }[] = [
  ...shots.map(({ name, site }) => ({ name, svg: sitePicture(site) })),
  { name: MEDIUM, svg: sitePicture(MEDIUM_SITE) },
];

/** What the pictures might be kept as, where none is: for ledgers without files. */
export const STAND_INS: KeptPictures = new Map(
  DEMO_PICTURES.map(({ name, svg }) => {
    const file = createHash('sha256').update(svg).digest('hex');
    return [name, { file, bytes: svg.length, likeness: file.slice(0, 16), width: SITE_WIDTH, height: SITE_HEIGHT }];
  }),
);

/** The records of the pictures: accepted photos of projects, and a medium. */
export function pictureRequests(pictures: KeptPictures): readonly ChangeRequest[] {
  const kept = (name: string): KeptPicture => {
    const picture = pictures.get(name);
    if (!picture) throw new Error(`the picture ${name} was not kept`);
    return picture;
  };
  const photos = shots.map(({ name, project, month, stage }) => {
    const { bytes: _, ...picture } = kept(name);
    const takenOn = `${month}-25`;
    const said = { takenOn, viewpoint: '南门', caption: CAPTIONS[stage], state: 'accepted', submittedOn: takenOn };
    return create('photos', `photo-${name}`, { project, month, ...said, ...picture });
  });
  const { likeness: _, ...image } = kept(MEDIUM);
  const medium = { name: '产业园效果图（演示）', kind: 'image', type: 'image/jpeg', ...image };
  return [...photos, create('media', MEDIUM, medium)];
}
