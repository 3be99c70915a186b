/** The API's description (OpenAPI 3.1), made from the same table that makes it reachable. */
import { z } from 'zod';
import { REGISTERS, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { newRecordSchema, recordSchema, schemaNames, schemaRef, updateSchema } from './json-schema.ts';
import { PROBLEMS } from './problem.ts';
import type { Access } from './access.ts';
import type { JsonSchema, Route } from './route.ts';
import type { Upload } from './upload.ts';

const VERSION = '1.0.0';

const plainSchema = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return rest;
};

const openPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{file}');

const pathParameters = (path: string) =>
  [...openPath(path).matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const queryParameters = (query: z.ZodType | undefined) => {
  if (!query) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(query, { unrepresentable: 'any', io: 'input' });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
};

const securityOf = (access: Access): readonly Readonly<Record<string, readonly string[]>>[] => {
  if (access.kind === 'public') return [];
  if (access.kind === 'screen') return [{ screen: [] }];
  const session = { session: [...access.roles] };
  if (access.kind === 'roles' && access.peopleOnly) return [session];
  const signedIn = [session, { token: [...access.roles] }];
  if (access.kind === 'screen-or-roles') return [{ screen: [] }, ...signedIn];
  return access.kind === 'roles' ? signedIn : [{}, ...signedIn];
};

/** Who may use a route, in words. */
export const accessWords = (access: Access): string => {
  if (access.kind === 'public') return 'anybody';
  if (access.kind === 'screen') return 'paired screens';
  const names = access.roles.join(', ');
  if (access.kind === 'screen-or-roles') return `paired screens; ${names}`;
  return access.kind === 'roles' ? names : `this machine; ${names}`;
};

const answerOf = ({ status, description, schema = {}, type = 'application/json' }: Route['answer']) => ({
  [status]: { description, ...(status === 204 ? {} : { content: { [type]: { schema } } }) },
});

interface RequestBody {
  readonly requestBody?: {
    readonly required: boolean;
    readonly description?: string;
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
}

const uploadOf = ({ most }: Upload): RequestBody => ({
  requestBody: {
    required: true,
    description: `The file itself, at most ${most} bytes`,
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: most } } },
  },
});

const bodyOf = ({ body, bodySchema, upload }: Route): RequestBody | undefined =>
  upload
    ? uploadOf(upload)
    : body && {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: bodySchema ?? plainSchema(body) } },
        },
      };

const tagOf = (path: string): string => /^\/api\/(?:registers\/)?(\w+)/.exec(path)?.[1] ?? 'server';

const operationOf = (route: Route) => ({
  summary: route.summary,
  tags: [tagOf(route.path)],
  security: securityOf(route.access),
  'x-access': accessWords(route.access),
  parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
  ...bodyOf(route),
  responses: { ...answerOf(route.answer), default: { $ref: '#/components/responses/Problem' } },
});

const PROBLEM_SCHEMA = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
  required: ['type', 'title', 'status', 'code'],
};

const registerSchemas = (): JsonSchema =>
  Object.fromEntries(
    (Object.keys(REGISTERS) as RegisterName[]).map(registerNamed).flatMap((register) => {
      const names = schemaNames(register);
      return [
        [names.record, recordSchema(register)],
        [names.create, newRecordSchema(register)],
        [names.update, updateSchema(register)],
      ];
    }),
  );

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, ReturnType<typeof operationOf>>>>>;
  readonly components: JsonSchema;
}

/** Describes every route of the table. */
export function describeApi(routes: readonly Route[]): OpenApi {
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const each of routes) (paths[openPath(each.path)] ??= {})[each.method.toLowerCase()] = operationOf(each);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Paceboard 进度榜',
      version: VERSION,
      description: 'Money is whole 元; instants are UTC milliseconds; errors are RFC 9457 problems with a stable code.',
    },
    paths,
    components: {
      schemas: { Problem: PROBLEM_SCHEMA, ...registerSchemas() },
      responses: {
        Problem: {
          description: 'What was refused, and why',
          content: { 'application/problem+json': { schema: schemaRef('Problem') } },
        },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token, made at POST /api/tokens' },
        session: { type: 'apiKey', in: 'cookie', name: 'paceboard_session' },
        screen: { type: 'apiKey', in: 'cookie', name: 'paceboard_screen' },
      },
    },
  };
}
