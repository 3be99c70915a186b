import { PUBLIC } from '../access.ts';
import { DOCS_STYLE, docsPage } from '../docs-page.ts';
import { describeApi } from '../openapi.ts';
import { route, type Route } from '../route.ts';

/** The API's description of all routes, these included. */
export function documentationRoutes(others: readonly Route[]): readonly Route[] {
  const own: readonly Route[] = [
    route({
      method: 'GET',
      path: '/api/openapi.json',
      access: PUBLIC,
      summary: 'This description, as OpenAPI 3.1',
      answer: { status: 200, description: 'The description' },
      handler: ({ c }) => c.json(api),
    }),
    route({
      method: 'GET',
      path: '/api/docs',
      access: PUBLIC,
      summary: 'This description, as a page',
      answer: { status: 200, description: 'The page', type: 'text/html' },
      handler: async ({ c }) => c.html(await docsPage(api)),
    }),
    route({
      method: 'GET',
      path: '/api/docs.css',
      access: PUBLIC,
      summary: 'The style of that page',
      answer: { status: 200, description: 'The style sheet', type: 'text/css' },
      handler: ({ c }) => c.body(DOCS_STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }),
    }),
  ];
  const api = describeApi([...others, ...own]);
  return own;
}
