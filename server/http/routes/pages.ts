import { PUBLIC } from '../access.ts';
import { pathOfTarget } from '../canonical-path.ts';
import { loadPages, pageResponse } from '../pages.ts';
import { PROBLEMS, problem } from '../problem.ts';
import { route, type Call, type Route } from '../route.ts';
import type { Parts } from '../../parts.ts';

type PageCall = Call<typeof PUBLIC, unknown, unknown>;

/** Seen by a person at a browser, before anything is built: so in words, and without any file. */
const NOT_BUILT = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>进度榜 Paceboard</title></head>
<body><h1>页面尚未生成</h1><p>请在服务器上运行 npm start,它会先生成页面再启动。</p>
<p lang="en">The pages are not built yet. Run npm start on the server: it builds them first.</p></body></html>`;

const PAGES: readonly (readonly [path: string, summary: string])[] = [
  ['/', 'Where to go'],
  ['/display/', 'A screen'],
  ['/admin/', 'Administration'],
  ['/board/', 'The public page'],
];

const FOLDERS: readonly (readonly [path: string, summary: string])[] = [
  ['/display/*', 'Files of the screen page'],
  ['/admin/*', 'Files of the other pages'],
];

/** The pages and their files, from memory. */
export function pageRoutes({ config }: Pick<Parts, 'config'>): readonly Route[] {
  const pages = loadPages(config.pagesFolder);
  const serve = ({ c }: PageCall): Response => {
    const page = pages.get(pathOfTarget(new URL(c.req.url).pathname));
    if (!page) throw problem('not-found');
    return pageResponse(page, {
      accepts: c.req.header('accept-encoding') ?? '',
      ifNoneMatch: c.req.header('if-none-match') ?? '',
    });
  };
  const entrance =
    (path: string) =>
    (call: PageCall): Response =>
      pages.has(path) ? serve(call) : call.c.html(NOT_BUILT, PROBLEMS['pages-not-built'][0]);
  const answer = { status: 200, description: 'The page', type: 'text/html' } as const;
  const file = { status: 200, description: 'The file', type: '*/*' } as const;
  const base = { method: 'GET', access: PUBLIC } as const;
  return [
    ...PAGES.map(([path, summary]) => route({ ...base, path, summary, answer, handler: entrance(path) })),
    ...PAGES.filter(([path]) => path !== '/').map(([path, summary]) =>
      route({
        ...base,
        path: path.slice(0, -1),
        summary: `${summary}: leads to ${path}`,
        answer,
        handler: ({ c }) => c.redirect(path, 308),
      }),
    ),
    ...FOLDERS.map(([path, summary]) => route({ ...base, path, summary, answer: file, handler: serve })),
  ];
}
