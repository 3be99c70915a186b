import { declareRegister } from '../register/declare.ts';
import { document, text } from '../register/field.ts';
import { checkEntries, mediaIn } from '../slides/entry.ts';

/** Playlists (节目单): slides in order, with seconds. */
export const playlists = declareRegister({
  name: 'playlists',
  label: { zh: '节目单', en: 'Playlists' },
  title: 'name',
  unique: ['name'],
  system: true,
  area: 'system',
  write: ['admin', 'editor', 'operator'],
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 40, public: true }),
    entries: document({ label: { zh: '页面', en: 'Slides' }, public: true, check: checkEntries }),
  },
  // A project that leaves the ledger takes its slides along; a picture that vanishes would be a surprise.
  holds: ({ entries }) => mediaIn(entries).map((id) => `media/${id}`),
});
